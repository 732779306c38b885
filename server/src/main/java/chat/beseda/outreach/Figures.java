package chat.beseda.outreach;

/**
 * How invitations fared.
 *
 * @param ignored shown, and the visitor left the page without a word about it
 */
public record Figures(long shown, long accepted, long refused, long ignored) {
    static final Figures NOTHING = new Figures(0, 0, 0, 0);

    static Figures of(Fate fate) {
        return switch (fate) {
            case SHOWN -> new Figures(1, 0, 0, 0);
            case ACCEPTED -> new Figures(0, 1, 0, 0);
            case REFUSED -> new Figures(0, 0, 1, 0);
            case IGNORED -> new Figures(0, 0, 0, 1);
        };
    }

    Figures plus(Figures more) {
        return new Figures(
                shown + more.shown, accepted + more.accepted, refused + more.refused, ignored + more.ignored);
    }
}
