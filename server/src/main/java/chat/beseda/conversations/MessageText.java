package chat.beseda.conversations;

import java.util.OptionalInt;

/** The rules for words that somebody sends. */
sealed interface MessageText {
    int VISITOR_LIMIT = 4_000;
    int OPERATOR_LIMIT = 16_000;

    /** May be stored as it stands here: lines end with a line feed. */
    record Sound(String text) implements MessageText {}

    record Unsound(Refusal refusal) implements MessageText {}

    /**
     * Judges what was sent.
     *
     * @param limit the most code points, counted after line ends were made one character
     */
    static MessageText of(String sent, int limit) {
        String text = sent.replace("\r\n", "\n").replace('\r', '\n');
        if (text.codePoints().noneMatch(MessageText::shows)) {
            return new Unsound(new Refusal.MessageEmpty());
        }
        int length = text.codePointCount(0, text.length());
        if (length > limit) {
            return new Unsound(new Refusal.MessageTooLong(limit, length));
        }
        OptionalInt wrong = text.codePoints().filter(MessageText::isForbidden).findFirst();
        return wrong.isPresent()
                ? new Unsound(new Refusal.MessageInvalid("U+%04X".formatted(wrong.getAsInt())))
                : new Sound(text);
    }

    private static boolean shows(int codePoint) {
        return !Character.isWhitespace(codePoint)
                && !Character.isSpaceChar(codePoint)
                && Character.getType(codePoint) != Character.FORMAT;
    }

    private static boolean isForbidden(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && codePoint != '\t' && codePoint != '\n';
        return control || Character.getType(codePoint) == Character.SURROGATE;
    }
}
