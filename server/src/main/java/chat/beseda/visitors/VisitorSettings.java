package chat.beseda.visitors;

/**
 * What a site does about its visitors besides answering them.
 *
 * @param previews operators see what a visitor is writing before it is sent; the visitor is told so
 * @param asksPlace the window asks a visitor whether he is in the city he seems to be in
 */
public record VisitorSettings(boolean previews, boolean asksPlace) {
    /** Nothing that a visitor would not expect. */
    public static final VisitorSettings STANDARD = new VisitorSettings(false, true);
}
