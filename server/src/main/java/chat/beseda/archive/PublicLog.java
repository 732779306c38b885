package chat.beseda.archive;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import java.util.ArrayList;
import java.util.List;

/** Reads what both sides saw of a conversation from its beginning, in pieces. */
final class PublicLog {
    /** A log that is longer is nobody's talk: what comes after is in the conversation, not in the archive. */
    private static final int MOST = 20_000;

    private static final int PIECE = 1_000;

    private PublicLog() {}

    static List<Event> of(Conversation conversation, Conversations conversations) {
        var events = new ArrayList<Event>();
        long top = conversation.facts().publicTop();
        long last = 0;
        while (last < top && events.size() < MOST) {
            List<Event> piece = conversations.events(conversation.id(), Stream.PUBLIC, last, PIECE);
            if (piece.isEmpty()) {
                break;
            }
            events.addAll(piece);
            last = piece.getLast().seq();
        }
        return events;
    }
}
