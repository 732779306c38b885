package chat.beseda.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of what somebody asked for.
 *
 * @param field where it stands, such as {@code origins[1]}
 * @param code a stable name of what was expected; the door turns it into a sentence
 * @param value what was said; null for secrets and for what is missing
 * @param params figures and names that belong into the sentence
 */
public record FieldFault(
        String field, String code, @Nullable String value, Map<String, String> params) {
    public FieldFault {
        params = Map.copyOf(params);
    }
}
