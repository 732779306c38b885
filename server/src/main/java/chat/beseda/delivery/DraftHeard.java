package chat.beseda.delivery;

import chat.beseda.conversations.ConversationId;

/**
 * News that is not stored: what a visitor is writing and has not sent.
 *
 * @param text one that may be shown; empty: nothing any more
 */
public record DraftHeard(ConversationId conversation, String text) {}
