package chat.beseda.events;

import chat.beseda.operators.OperatorId;

/** Who made an event. */
public sealed interface Author {

    /** The conversation's visitor. */
    record OfVisitor() implements Author {}

    /** An operator. */
    record OfOperator(OperatorId operator) implements Author {}

    /** Nobody in person: the product itself. */
    record OfSystem() implements Author {}
}
