package chat.beseda.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong with what was sent, so that a person corrects it in one go. Not thread-safe. */
public final class FieldChecks {
    private final List<FieldFault> faults = new ArrayList<>();

    /**
     * A line of text without white space around it, lengths counted in code points.
     *
     * @return the text as it should be kept, or an empty one when it is wrong
     */
    public String line(String field, String text, int least, int most) {
        return text(field, text, least, most, false);
    }

    /** The same for a text that may have several lines. */
    public String lines(String field, String text, int least, int most) {
        return text(field, text, least, most, true);
    }

    public void range(String field, long number, long least, long most) {
        if (number < least || number > most) {
            add(
                    field,
                    "out_of_range",
                    Long.toString(number),
                    Map.of("least", Long.toString(least), "most", Long.toString(most)));
        }
    }

    public void oneOf(String field, String word, List<String> words) {
        if (!words.contains(word)) {
            add(field, "not_one_of", word, Map.of("words", String.join(", ", words)));
        }
    }

    public void add(String field, String code, @Nullable String value, Map<String, String> params) {
        faults.add(new FieldFault(field, code, value, params));
    }

    public void addAll(FieldChecks others) {
        faults.addAll(others.faults);
    }

    /** True while nothing was wrong. */
    public boolean isClean() {
        return faults.isEmpty();
    }

    /**
     * Ends the checking.
     *
     * @throws InvalidFields when anything was wrong
     */
    public void refuse() {
        if (!faults.isEmpty()) {
            throw refusal();
        }
    }

    /** What there is to throw, for a caller who knows that something is wrong. */
    public InvalidFields refusal() {
        return new InvalidFields(faults);
    }

    private String text(String field, String text, int least, int most, boolean severalLines) {
        String kept = text.strip();
        int length = kept.codePointCount(0, kept.length());
        if (kept.isEmpty() && least > 0) {
            add(field, "required", null, Map.of());
        } else if (length < least) {
            add(field, "too_short", kept, Map.of("least", Integer.toString(least)));
        } else if (length > most) {
            add(field, "too_long", kept, Map.of("most", Integer.toString(most), "length", Integer.toString(length)));
        } else if (kept.codePoints().anyMatch(point -> unprintable(point, severalLines))) {
            add(field, "unprintable", kept, Map.of());
        } else {
            return kept;
        }
        return "";
    }

    private static boolean unprintable(int point, boolean severalLines) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> !(severalLines && (point == '\n' || point == '\r' || point == '\t'));
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> !severalLines;
            default -> isBidirectionalOverride(point);
        };
    }

    /** Marks that make a name read backwards on somebody else's screen. */
    private static boolean isBidirectionalOverride(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
