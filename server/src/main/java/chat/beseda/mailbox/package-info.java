/**
 * The mailbox that answers come to, read by IMAP: each letter is taken once, and what is none of ours stays as it is.
 *
 * <p>Tables {@code mailbox}, {@code mailbox_place} and {@code letter_in}. A letter is noted down in the transaction that moves the place
 * beyond it; whoever takes letters does the same for the same name again, which covers a crash between the two.
 */
@NullMarked
package chat.beseda.mailbox;

import org.jspecify.annotations.NullMarked;
