package chat.beseda.outreach;

/** What becomes of an invitation; a refusal is never a conversation. */
public enum Fate {
    SHOWN,
    ACCEPTED,
    REFUSED,
    IGNORED
}
