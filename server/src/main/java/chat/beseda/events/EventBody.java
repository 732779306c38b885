package chat.beseda.events;

import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.visitors.Page;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. */
public sealed interface EventBody {

    /**
     * Words from one side to the other.
     *
     * @param document the same formatted, of an operator; null when there is nothing but text
     */
    record Message(String text, @Nullable TextDocument document) implements EventBody {
        public Message(String text) {
            this(text, null);
        }
    }

    /** Words of an operator to operators; only in {@link Stream#INTERNAL}. */
    record Note(String text) implements EventBody {}

    /** The visitor began, always the first event of {@link Stream#PUBLIC}; with the page he was on. */
    record Opened(@Nullable Page page) implements EventBody {}

    /** An operator took the conversation. */
    record Joined(OperatorId operator) implements EventBody {}

    /** An operator is in the conversation no more, and nobody is, unless the next event says so. */
    record Left(OperatorId operator, Reason reason) implements EventBody {

        /** Why somebody left. */
        public enum Reason {
            /** Into the queue, by themselves. */
            GAVE_BACK,
            /** The connection was lost and did not come back. */
            LOST,
            /** Somebody with the right to took their place. */
            TAKEN_OVER
        }
    }

    /** An operator handed the conversation to another one, who answers now, or to the queue of a department. */
    record HandedOver(
            OperatorId from,
            @Nullable OperatorId to,
            @Nullable DepartmentId department) implements EventBody {}

    /** The visitor opened another page of the site; this and the next two only in {@link Stream#INTERNAL}. */
    record Moved(Page page) implements EventBody {}

    /** The visitor closed the last page of the site. */
    record LeftSite() implements EventBody {}

    /** The visitor is on the site again. */
    record CameBack(@Nullable Page page) implements EventBody {}

    /** The conversation ended, always the last event of {@link Stream#PUBLIC}. */
    record Closed(ClosedBy by) implements EventBody {}
}
