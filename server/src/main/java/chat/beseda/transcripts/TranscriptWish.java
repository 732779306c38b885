package chat.beseda.transcripts;

import chat.beseda.conversations.ConversationId;

/**
 * A visitor wants the words of a conversation by e-mail.
 *
 * @param language of what goes around the words
 * @param zone of the times in it; empty: the site's own
 * @param askedAt UTC epoch milliseconds
 */
public record TranscriptWish(ConversationId conversation, String email, String language, String zone, long askedAt) {}
