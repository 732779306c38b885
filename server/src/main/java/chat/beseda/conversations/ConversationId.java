package chat.beseda.conversations;

/** Names a conversation to operators; a visitor knows it by {@link Facts#key}. Newer ones are larger. */
public record ConversationId(long value) {}
