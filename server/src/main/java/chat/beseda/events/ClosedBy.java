package chat.beseda.events;

/** Who ended a conversation. */
public enum ClosedBy {
    VISITOR,
    OPERATOR,
    SYSTEM
}
