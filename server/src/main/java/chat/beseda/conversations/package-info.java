/**
 * A conversation from the first word to the closing, and the log of what happened in it. Everything stored is
 * also told to the bus, after the commit and never before.
 *
 * <p>Table {@code conversation}: a row each, with its state, the tops of both streams, what each side has seen and the newest
 * message. Table {@code event}: the log, by conversation, stream and seq, found again by the sender's client id.
 */
@NullMarked
package chat.beseda.conversations;

import org.jspecify.annotations.NullMarked;
