/**
 * Letters out by SMTP: the account they go by, how they are put into MIME, and the queue they wait in.
 *
 * <p>Tables {@code mail_account}, {@code mail_secret} and {@code letter}. A letter is put into the queue in the transaction of what it tells, whole and with
 * its Message-ID, and is handed over as often as that takes. Knows nothing of what letters are about.
 */
@NullMarked
package chat.beseda.mail;

import org.jspecify.annotations.NullMarked;
