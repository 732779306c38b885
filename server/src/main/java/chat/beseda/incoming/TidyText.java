package chat.beseda.incoming;

/** Takes out of words what no store and no screen should have: control characters, lone surrogates. */
final class TidyText {
    private static final int REPLACEMENT = 0xFFFD;

    private TidyText() {}

    /** One line, without white space at its ends. */
    static String line(String text) {
        return tidy(text, false).strip();
    }

    /** Lines that end with a line feed, without white space at their ends, without empty ones around and more than two of them inside. */
    static String lines(String text) {
        var lines = new StringBuilder();
        int blank = 0;
        for (String line :
                tidy(text.replace("\r\n", "\n").replace('\r', '\n'), true).split("\n", -1)) {
            String shown = line.stripTrailing();
            blank = shown.isBlank() ? blank + 1 : 0;
            if (blank <= 2) {
                lines.append(shown).append('\n');
            }
        }
        return lines.toString().replaceFirst("^\\n+", "").stripTrailing();
    }

    private static String tidy(String text, boolean lines) {
        return text.codePoints()
                .map(each -> lines && each == '\n' ? each : shown(each))
                .filter(each -> each != 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int shown(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r', '\u00a0' -> ' ';
            case '\u200b', '\ufeff', '\u00ad', '\u200e', '\u200f' -> 0;
            default ->
                Character.isISOControl(codePoint) || isTurn(codePoint)
                        ? 0
                        : Character.getType(codePoint) == Character.SURROGATE ? REPLACEMENT : codePoint;
        };
    }

    /** What turns the direction of writing. */
    private static boolean isTurn(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
