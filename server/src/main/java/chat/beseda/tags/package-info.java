/**
 * The words that conversations are marked with, kept by administrators; which conversation has which is said by {@code
 * conversations}.
 *
 * <p>Table {@code tag}: a tag is renamed or retired, never removed, so that what was marked with it stays so.
 */
@NullMarked
package chat.beseda.tags;

import org.jspecify.annotations.NullMarked;
