package chat.beseda.conversations;

/** Why the router moves a conversation. */
public enum Why {
    /** It has waited for somebody free. */
    FREE,
    /** The one who was asked did not answer in time. */
    MISSED,
    REFUSED,
    /** The one who was asked is off the line. */
    GONE,
    /** The owner's connection was lost and did not come back. */
    LOST
}
