/**
 * The door for an operator's browser: what it may ask and what it is told. Every call is made in the name of
 * a signed-in operator.
 */
@NullMarked
package chat.beseda.console;

import org.jspecify.annotations.NullMarked;
