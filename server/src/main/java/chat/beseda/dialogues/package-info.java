/**
 * Invents conversations of customers with a shop, in Russian and English, out of the templates under {@code /demo} in the
 * program's resources. Knows nothing of the product: the demo plays them.
 */
@NullMarked
package chat.beseda.dialogues;

import org.jspecify.annotations.NullMarked;
