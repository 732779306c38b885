package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.visitors.VisitorId;
import org.jspecify.annotations.Nullable;

/**
 * News: where a conversation stands in the queue of its site and department.
 *
 * @param key the name by which the visitor knows the conversation
 * @param place from 1; null when it waits no more
 * @param expected how long it may still take, milliseconds, as it took for the last ones; null when nobody can know
 */
public record QueuePlace(
        ConversationId conversation,
        String key,
        VisitorId visitor,
        @Nullable Integer place,
        @Nullable Long expected) {}
