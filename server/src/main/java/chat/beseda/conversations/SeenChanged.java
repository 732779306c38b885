package chat.beseda.conversations;

import chat.beseda.events.Side;
import chat.beseda.visitors.VisitorId;

/** News: a side of the visitor's conversation has seen the public stream up to this seq. */
public record SeenChanged(ConversationId conversation, VisitorId visitor, Side side, long seq) {}
