package chat.beseda.ratings;

import chat.beseda.conversations.Conversation;

/** News: a visitor said, or said anew, what they think of a conversation that is over. */
public record ConversationRated(Conversation.Closed conversation, Rating rating) {}
