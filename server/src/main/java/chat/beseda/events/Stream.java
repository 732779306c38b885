package chat.beseda.events;

/** One of the two logs of a conversation, each counted from 1 without holes. */
public enum Stream {
    /** What both sides see. */
    PUBLIC,
    /** What only operators see, so that a visitor never meets a hole where a note was. */
    INTERNAL
}
