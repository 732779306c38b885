package chat.beseda.events;

/** The newest message of a conversation as lists show it, cut to {@value #LENGTH} code points. */
public record Preview(Author author, String text, long at) {
    public static final int LENGTH = 140;

    public Preview {
        text = cut(text);
    }

    /** As much of the text as a list shows. */
    public static String cut(String text) {
        return text.codePointCount(0, text.length()) > LENGTH
                ? text.substring(0, text.offsetByCodePoints(0, LENGTH))
                : text;
    }
}
