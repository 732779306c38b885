package chat.beseda.visitors;

/** News: how a visitor stands to an invitation. */
public record VisitorInvited(VisitorId visitor, Answer answer) {

    /** What he says to it. */
    public enum Answer {
        /** Nothing yet: it is on his screen. */
        NONE,
        DECLINED,
        /** It is gone: he opened the window, or went on without a word about it. */
        OVER
    }
}
