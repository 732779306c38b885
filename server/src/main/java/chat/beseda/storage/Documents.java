package chat.beseda.storage;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The small JSON documents inside columns. */
public final class Documents {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> TABLE = new TypeReference<>() {};

    private Documents() {}

    public static String text(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    public static <T> T read(String text, Class<T> kind) {
        return MAPPER.readValue(text, kind);
    }

    public static Map<String, String> strings(String text) {
        return MAPPER.readValue(text, STRINGS);
    }

    public static List<String> list(String text) {
        return MAPPER.readValue(text, LIST);
    }

    public static List<List<String>> table(String text) {
        return MAPPER.readValue(text, TABLE);
    }
}
