package chat.beseda.events;

/** The newest message of a conversation as lists show it, cut to {@value #LENGTH} code points. */
public record Preview(Author author, String text, long at) {
    public static final int LENGTH = 140;

    public Preview {
        if (text.codePointCount(0, text.length()) > LENGTH) {
            text = text.substring(0, text.offsetByCodePoints(0, LENGTH));
        }
    }
}
