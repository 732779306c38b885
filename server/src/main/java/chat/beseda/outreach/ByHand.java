package chat.beseda.outreach;

/** What an operator's own invitation comes to. */
public enum ByHand {
    SENT,
    /** The visitor is not on line any more. */
    GONE,
    /** He said «Нет, спасибо» in this visit. */
    REFUSED,
    /** His window is open, he is in a conversation, or another invitation is before him. */
    BUSY
}
