/** Tables and papers written as files for other programs; what is in a cell is text or a number to them, never a formula. */
@NullMarked
package chat.beseda.sheets;

import org.jspecify.annotations.NullMarked;
