package chat.beseda.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter that came. Everything in it is the sender's words.
 *
 * @param cameAt when it was taken, UTC epoch milliseconds
 */
public record LetterIn(
        long id,
        String sender,
        String senderName,
        String subject,
        LetterState state,
        @Nullable Long conversation,
        List<String> leftOut,
        long cameAt) {
    public LetterIn {
        leftOut = List.copyOf(leftOut);
    }
}
