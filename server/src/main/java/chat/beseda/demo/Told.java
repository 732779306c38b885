package chat.beseda.demo;

import chat.beseda.conversations.ConversationId;
import chat.beseda.visitors.VisitorId;
import org.jspecify.annotations.Nullable;

/**
 * A planned conversation as it stands in the store. Times are UTC epoch milliseconds.
 *
 * @param taken when its operator took it; null when nobody did
 * @param ended when it was closed; null while it goes on
 */
record Told(
        Planned plan,
        VisitorId visitor,
        ConversationId id,
        @Nullable Long taken,
        @Nullable Long ended) {

    long opened() {
        return plan.at();
    }

    /** Until when its operator was busy with it. */
    long until() {
        return ended == null ? plan.until() : ended;
    }
}
