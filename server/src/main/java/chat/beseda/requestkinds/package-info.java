/**
 * What visitors may leave to be dealt with later, as administrators set it up: kinds of call orders and of letters, what each asks
 * for, whose they are and who is on duty for them.
 */
@NullMarked
package chat.beseda.requestkinds;

import org.jspecify.annotations.NullMarked;
