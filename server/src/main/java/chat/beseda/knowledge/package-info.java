/**
 * The knowledge base: articles for operators and visitors, each in one or several languages, in folders, for all sites or some,
 * with every version kept.
 *
 * <p>Tables {@code article}, {@code article_site}, {@code article_translation}, {@code article_version}. What is shown now is held
 * in memory together with the words it is found by; a version that is neither the newest nor the published one is only stored.
 */
@NullMarked
package chat.beseda.knowledge;

import org.jspecify.annotations.NullMarked;
