/**
 * The door for a visitor's browser: what it may ask and what it is told. Everything that arrives here is
 * hostile text.
 */
@NullMarked
package chat.beseda.widget;

import org.jspecify.annotations.NullMarked;
