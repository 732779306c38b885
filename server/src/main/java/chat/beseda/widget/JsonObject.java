package chat.beseda.widget;

import chat.beseda.web.StrictJson;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object that a page's script made. */
final class JsonObject {
    private static final JsonMapper JSON = StrictJson.mapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private JsonObject() {}

    /** Nothing when the text is anything else. */
    static Optional<Map<String, Object>> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, OBJECT));
        } catch (JacksonException hostile) {
            return Optional.empty();
        }
    }
}
