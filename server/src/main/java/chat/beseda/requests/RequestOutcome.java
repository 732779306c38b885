package chat.beseda.requests;

/** What came of a request, or of an attempt at it. */
public enum RequestOutcome {
    REACHED,
    ANSWERED,
    /** Of an attempt only. */
    NO_ANSWER,
    WRONG_NUMBER,
    SPAM,
    /** It is a part of another one. */
    MERGED
}
