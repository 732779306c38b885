/**
 * Who asks: a visitor, what he agreed to and the pages he has seen. A visitor exists before he says a word.
 */
@NullMarked
package chat.beseda.visitors;

import org.jspecify.annotations.NullMarked;
