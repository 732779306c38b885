/** Visitors' windows that ask by HTTP: who they are, and what they may have beside their line. */
@NullMarked
package chat.beseda.guests;

import org.jspecify.annotations.NullMarked;
