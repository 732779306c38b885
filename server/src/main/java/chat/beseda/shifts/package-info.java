/**
 * When operators worked: every change of state is a row with its cause and time, and being away by idleness is one of them.
 */
@NullMarked
package chat.beseda.shifts;

import org.jspecify.annotations.NullMarked;
