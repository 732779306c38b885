package chat.beseda.conversations;

/** Who ended a conversation. */
public enum ClosedBy {
    VISITOR,
    OPERATOR,
    SYSTEM
}
