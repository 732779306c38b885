package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;
import chat.beseda.visitors.Page;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation. */
public sealed interface EventBody {

    /** Words from one side to the other; plain text. */
    record Message(String text) implements EventBody {}

    /** Words of an operator to operators; only in {@link Stream#INTERNAL}. */
    record Note(String text) implements EventBody {}

    /** The visitor began, always the first event of {@link Stream#PUBLIC}; with the page he was on. */
    record Opened(@Nullable Page page) implements EventBody {}

    /** An operator took the conversation. */
    record Joined(OperatorId operator) implements EventBody {}

    /** An operator gave the conversation back to the queue. */
    record Left(OperatorId operator) implements EventBody {}

    /** The conversation ended, always the last event of {@link Stream#PUBLIC}. */
    record Closed(ClosedBy by) implements EventBody {}
}
