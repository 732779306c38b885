/**
 * Who is not served: single visitors and whole addresses, each for one site, for a while or for ever.
 *
 * <p>Table {@code ban}: one row each, read at the start and again when it is said to have changed;
 * whether somebody is banned is answered from memory.
 */
@NullMarked
package chat.beseda.bans;

import org.jspecify.annotations.NullMarked;
