/**
 * Who is not served: single visitors and whole addresses, each for one site, for a while or for ever.
 *
 * <p>Table {@code ban}: one row each, read once at the start; whether somebody is banned is answered from memory.
 */
@NullMarked
package chat.beseda.bans;

import org.jspecify.annotations.NullMarked;
