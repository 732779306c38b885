/**
 * Files that visitors and operators send each other, and that ready answers bring along: taken in piece by piece, known by their content, rid of what their owner did
 * not mean to tell, kept under random names.
 */
@NullMarked
package chat.beseda.files;

import org.jspecify.annotations.NullMarked;
