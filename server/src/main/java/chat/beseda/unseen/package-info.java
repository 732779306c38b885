/**
 * Answers that visitors went away from without having seen them, and the letters that tell of these.
 *
 * <p>Tables {@code answer_letter}: how far the answers of a conversation went out; {@code answer_mailing}: whether and when they do;
 * {@code stopped_letters}: who wants none. {@code returned_letters}: addresses that letters came back from.
 */
@NullMarked
package chat.beseda.unseen;

import org.jspecify.annotations.NullMarked;
