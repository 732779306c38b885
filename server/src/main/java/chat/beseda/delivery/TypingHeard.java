package chat.beseda.delivery;

import chat.beseda.conversations.ConversationId;
import chat.beseda.events.Side;
import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/** News that is not stored: somebody types, or stopped. */
public record TypingHeard(
        ConversationId conversation, Side side, @Nullable OperatorId person, boolean on) {}
