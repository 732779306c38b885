/** Looking for words in what was said. */
@NullMarked
package chat.beseda.search;

import org.jspecify.annotations.NullMarked;
