/**
 * Ready answers: texts kept for inserting, common to everybody or an operator's own, with variables that are filled in where
 * they are inserted, and with files.
 *
 * <p>Table {@code ready_answer}: one row each. Nothing is kept in memory: a console reads the list once and again when it is
 * told that it has changed.
 */
@NullMarked
package chat.beseda.answers;

import org.jspecify.annotations.NullMarked;
