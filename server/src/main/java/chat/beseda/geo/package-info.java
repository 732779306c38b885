/**
 * Where people are: by their address from an offline city database, by the area code of their phone, and what is to be thought
 * when that and the clock of their browser do not agree. Knows nothing about chat.
 */
@NullMarked
package chat.beseda.geo;

import org.jspecify.annotations.NullMarked;
