package chat.beseda.conversations;

/** News: a side has seen the public stream up to this seq. */
public record SeenChanged(ConversationId conversation, Side side, long seq) {}
