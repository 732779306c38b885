/**
 * Conversations that their visitors want by e-mail, while they wait to be sent.
 *
 * <p>Table {@code transcript_wish}: one row for a conversation and an address in small letters; asked anew, it is renewed; sent, it stays as long as it is counted.
 */
@NullMarked
package chat.beseda.transcripts;

import org.jspecify.annotations.NullMarked;
