/** Words as people look for them: without case, without the dots of ё, whatever their ending. */
@NullMarked
package chat.beseda.words;

import org.jspecify.annotations.NullMarked;
