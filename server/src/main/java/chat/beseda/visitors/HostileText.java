package chat.beseda.visitors;

/** Cleans one line of text that a browser sent and people will read. */
final class HostileText {
    private static final int REPLACEMENT = 0xFFFD;

    private HostileText() {}

    /**
     * Cuts to a number of code points, makes control characters spaces and lone surrogates U+FFFD, strips both ends. What is
     * tidy already is returned itself, not a copy.
     */
    static String tidy(String text, int limit) {
        if (text.length() <= limit && text.codePoints().allMatch(codePoint -> tidy(codePoint) == codePoint)) {
            return text.strip();
        }
        return text.codePoints()
                .limit(limit)
                .map(HostileText::tidy)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static int tidy(int codePoint) {
        if (Character.isISOControl(codePoint)) {
            return ' ';
        }
        return Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
    }
}
