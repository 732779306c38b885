/**
 * What letters say: the look they share and the words around what they carry, in the reader's language. Each kind waits as what it is,
 * a wish or a report that is due, until it is put into the queue of {@code mail}.
 */
@NullMarked
package chat.beseda.letters;

import org.jspecify.annotations.NullMarked;
