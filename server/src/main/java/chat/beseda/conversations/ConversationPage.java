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
}
