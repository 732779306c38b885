/**
 * Who asks: a visitor, what he agreed to and the pages he has seen. A visitor exists before he says a word.
 *
 * <p>Table {@code visitor}: a row each; {@code visitor_token}: digests of what his browser keeps. Who is on line now is only in
 * memory.
 */
@NullMarked
package chat.beseda.visitors;

import org.jspecify.annotations.NullMarked;
