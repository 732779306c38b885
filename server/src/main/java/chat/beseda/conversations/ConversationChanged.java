package chat.beseda.conversations;

import chat.beseda.events.Event;
import java.util.List;

/**
 * News: a conversation changed. Comes in the order of the commits.
 *
 * @param events what was added to either stream, oldest first
 */
public record ConversationChanged(Conversation now, List<Event> events) {
    public ConversationChanged {
        events = List.copyOf(events);
    }
}
