package chat.beseda.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the other side sees it (RFC 9457), still without words.
 *
 * @param code a stable name of the reason; the sentence in the reader's language is found by it
 * @param params figures and names that belong into the sentence
 * @param fields what is wrong with single fields of what was sent
 * @param retry when to try again, if that helps
 */
public record Problem(
        int status,
        String code,
        Map<String, String> params,
        List<Field> fields,
        @Nullable Duration retry) {

    public Problem {
        params = Map.copyOf(params);
        fields = List.copyOf(fields);
    }

    /**
     * What is wrong with one field.
     *
     * @param value what was sent; null for secrets and what is missing
     */
    public record Field(String field, String code, @Nullable String value, Map<String, String> params) {
        public Field {
            params = Map.copyOf(params);
        }
    }

    /** A refusal that needs no more than its name. */
    public static Problem of(int status, String code) {
        return new Problem(status, code, Map.of(), List.of(), null);
    }

    /** A refusal that says when to come back. */
    public static Problem later(int status, String code, Duration retry) {
        long seconds = Math.max(1, retry.plusMillis(999).toSeconds());
        return new Problem(status, code, Map.of("seconds", Long.toString(seconds)), List.of(), retry);
    }

    /** A refusal of what was sent, field by field. */
    public static Problem ofFields(List<Field> fields) {
        return new Problem(422, "invalid", Map.of(), fields, null);
    }

    /** The same, to throw. */
    public Refused refused() {
        return new Refused(this);
    }
}
