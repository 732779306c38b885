package chat.beseda.visitors;

/**
 * News: a visitor came to the site, opened another page or left. A reload, another tab on the same page and a connection that
 * was lost and came back within the grace are none of these.
 *
 * @param present as he is now; as he was last, when he left
 * @param at when it was, UTC epoch milliseconds; of leaving, when the last sign of him was
 */
public record VisitorMoved(Move move, PresentVisitor present, long at) {

    /** What a visitor does on a site. */
    public enum Move {
        CAME,
        OPENED_PAGE,
        LEFT
    }
}
