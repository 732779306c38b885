package chat.beseda.lookout;

/** What a visitor is doing, in the order in which they want attention. */
public enum Stage {
    /** Asked, and nobody answers yet. */
    WAITING,
    /** In conversation with an operator. */
    TALKING,
    INVITED,
    BROWSING,
    /** His conversation of this stay is over. */
    ANSWERED,
    /** Said no to an invitation. */
    DECLINED,
    /** Closed the last page, or is about to open another. */
    LEFT
}
