package chat.beseda.visitors;

/** Cleans one line of text that a browser sent and people will read. */
public final class HostileText {
    private static final int REPLACEMENT = 0xFFFD;

    private HostileText() {}

    /**
     * Cuts to a number of code points, makes control characters spaces and lone surrogates U+FFFD, takes out what turns the
     * direction of writing, strips both ends. What is tidy already is returned itself, not a copy.
     */
    public static String tidy(String text, int limit) {
        if (text.length() <= limit
                && text.codePoints().allMatch(codePoint -> tidy(codePoint) == codePoint && !isTurn(codePoint))) {
            return text.strip();
        }
        return text.codePoints()
                .filter(codePoint -> !isTurn(codePoint))
                .limit(limit)
                .map(HostileText::tidy)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /**
     * Invisible characters that make the text, and what a screen shows after it, read in another direction: an address can
     * pass for another by them. Hebrew and Arabic letters need none in a line of their own.
     */
    private static boolean isTurn(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
    }

    private static int tidy(int codePoint) {
        if (Character.isISOControl(codePoint)) {
            return ' ';
        }
        return Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
    }
}
