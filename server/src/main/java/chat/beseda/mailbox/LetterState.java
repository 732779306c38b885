package chat.beseda.mailbox;

/** What became of a letter that was meant for us; each has its explanation in the console. */
public enum LetterState {
    /** It is a message of its conversation now. */
    ENTERED,
    /** Its mark was never ours. */
    FORGED,
    /** Its mark is ours, but the letter it answers went to somebody else. */
    OTHER_SENDER,
    /** A program wrote it. */
    AUTOMATIC,
    /** Our letter didn't arrive. */
    BOUNCED,
    /** The conversation or its visitor is no more. */
    GONE,
    /** The site serves its visitor no more. */
    BLOCKED,
    /** More of one sender in an hour than a person writes. */
    TOO_MANY,
    /** There is nothing new in it. */
    EMPTY,
    TOO_BIG,
    UNREADABLE
}
