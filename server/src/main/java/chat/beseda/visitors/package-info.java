/**
 * Who asks: a visitor, how he is called and reached, what is said of where he is. A visitor exists before he says a word.
 *
 * <p>Table {@code visitor}: a row each; {@code visitor_number}: the last number given to one, of each site; {@code
 * visitor_token}: digests of what his browser keeps; {@code visitor_settings}: what a site does about its visitors. Who is on
 * line now is only in memory.
 */
@NullMarked
package chat.beseda.visitors;

import org.jspecify.annotations.NullMarked;
