package chat.beseda.events;

/** One of the two who converse. */
public enum Side {
    VISITOR,
    OPERATOR
}
