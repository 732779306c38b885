package chat.beseda.conversations;

import java.util.List;

/**
 * A piece of a list of conversations, newest first.
 *
 * @param more older ones follow: ask again before the last one's id
 */
public record ConversationPage(List<Conversation> conversations, boolean more) {
    public ConversationPage {
        conversations = List.copyOf(conversations);
    }

    /** Of a list that was asked for one more than the limit. */
    static ConversationPage of(List<Conversation> found, int limit) {
        return new ConversationPage(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
    }
}
