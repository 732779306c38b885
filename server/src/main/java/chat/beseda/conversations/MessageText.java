package chat.beseda.conversations;

import chat.beseda.events.EventBody;
import chat.beseda.files.Enclosures;
import chat.beseda.formatting.DocumentRules;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.Words;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The rules for words that somebody sends. */
sealed interface MessageText {
    int VISITOR_LIMIT = 4_000;
    int OPERATOR_LIMIT = 16_000;

    /** May be stored as it stands here: lines end with a line feed, and a document says more than its text. */
    record Sound(EventBody.Message message) implements MessageText {}

    record Unsound(Refusal refusal) implements MessageText {}

    /** Judges what was sent; with files it may be without words. */
    static MessageText of(Conversations.Saying said, int limit) {
        if (said.files().size() > Enclosures.MOST
                || Set.copyOf(said.files()).size() < said.files().size()) {
            return new Unsound(new Refusal.FilesTooMany(Enclosures.MOST));
        }
        boolean silent = said.words() instanceof Words.Plain(String text)
                && text.isBlank()
                && !said.files().isEmpty();
        return silent ? new Sound(new EventBody.Message("")) : of(said.words(), limit);
    }

    /**
     * Judges words.
     *
     * @param limit the most code points of the text, counted after line ends were made one character
     */
    static MessageText of(Words words, int limit) {
        return switch (words) {
            case Words.Plain(String text) -> of(text, limit);
            case Words.Formatted(TextDocument document) -> of(document, limit);
        };
    }

    private static MessageText of(TextDocument document, int limit) {
        if (document.nodes() > DocumentRules.NODES) {
            return new Unsound(new Refusal.DocumentTooComplex(DocumentRules.NODES, document.nodes()));
        }
        Optional<String> broken = DocumentRules.broken(document);
        if (broken.isPresent()) {
            return new Unsound(new Refusal.DocumentInvalid(broken.get()));
        }
        OptionalInt wrong = document.blocks().stream()
                .flatMap(block -> block.runs().stream())
                .flatMapToInt(run -> run.text().codePoints())
                .filter(each -> each == '\r' || isForbidden(each))
                .findFirst();
        if (wrong.isPresent()) {
            return new Unsound(invalid(wrong.getAsInt()));
        }
        return switch (of(document.plainText(), limit)) {
            case Unsound unsound -> unsound;
            case Sound plain when !document.isFormatted() -> plain;
            case Sound(EventBody.Message plain) -> new Sound(new EventBody.Message(plain.text(), document));
        };
    }

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
        return wrong.isPresent() ? new Unsound(invalid(wrong.getAsInt())) : new Sound(new EventBody.Message(text));
    }

    private static Refusal invalid(int codePoint) {
        return new Refusal.MessageInvalid("U+%04X".formatted(codePoint));
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
