package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.ConversationPage;
import chat.beseda.conversations.Conversations;
import chat.beseda.visitors.VisitorId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a visitor said and was told, as much as a window takes at once.
 *
 * @param conversations newest first; an open one whenever it was opened
 * @param earlier there are earlier ones in the span that the site shows
 */
record Past(List<Conversation> conversations, boolean earlier) {
    private static final int MOST_CONVERSATIONS = 10;
    /** With so many events no further conversation is added. */
    private static final int ENOUGH_EVENTS = 200;

    Past {
        conversations = List.copyOf(conversations);
    }

    /**
     * Reads it.
     *
     * @param before the conversation the page ends before; null: it ends with the newest one
     * @param since closed ones that ended before are not shown, UTC epoch milliseconds
     */
    static Past of(Conversations all, VisitorId visitor, @Nullable ConversationId before, long since) {
        ConversationPage found = all.history(List.of(visitor), before, MOST_CONVERSATIONS + 1);
        var page = new ArrayList<Conversation>();
        long events = 0;
        for (Conversation each : found.conversations()) {
            if (each instanceof Conversation.Closed closed && closed.closedAt() < since) {
                return new Past(page, false);
            }
            if (page.size() == MOST_CONVERSATIONS || events >= ENOUGH_EVENTS) {
                return new Past(page, true);
            }
            page.add(each);
            events += each.facts().publicTop();
        }
        return new Past(page, false);
    }
}
