package chat.beseda.conversations;

/** One of the two who converse. */
public enum Side {
    VISITOR,
    OPERATOR
}
