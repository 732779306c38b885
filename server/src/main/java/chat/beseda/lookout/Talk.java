package chat.beseda.lookout;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * How far a visitor is from talking.
 *
 * @param waitingSince since when he waits for an answer; null when the operator spoke last
 */
public record Talk(
        Stage stage,
        @Nullable ConversationId conversation,
        @Nullable OperatorId operator,
        @Nullable Long waitingSince) {
    static final Talk NONE = new Talk(Stage.BROWSING, null, null, null);
}
