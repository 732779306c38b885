/**
 * Whom operators name in their notes to each other, until those have looked.
 *
 * <p>Table {@code mention}: a row for each operator named in a note and not there yet.
 */
@NullMarked
package chat.beseda.mentions;

import org.jspecify.annotations.NullMarked;
