package chat.beseda.frames;

import chat.beseda.web.StrictJson;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a client says to one of the doors: frames of the door's own sealed type and those that both know. */
public final class FrameReader<F extends Frame> {
    private static final int NAME_LENGTH = 64;

    private final JsonMapper json = StrictJson.mapper();
    private final Class<F> own;
    private final Map<String, Class<?>> types = new HashMap<>();

    public FrameReader(Class<F> own) {
        this.own = own;
        register(own);
        register(FromEither.class);
    }

    public Read<F> read(byte[] bytes) {
        JsonNode node;
        try {
            node = json.readTree(bytes);
        } catch (JacksonException notJson) {
            return new Read.Malformed<>("json", null, null);
        }
        String type = text(node, "t");
        JsonNode protocol = node.get("protocol");
        if ("hello".equals(type) && protocol != null && protocol.isInt() && protocol.intValue() != Frame.PROTOCOL) {
            return new Read.Outdated<>();
        }
        Class<?> known = type == null ? null : types.get(type);
        if (known == null) {
            return malformed("type", node);
        }
        try {
            Object frame = json.treeToValue(node, known);
            return own.isInstance(frame) ? new Read.Own<>(own.cast(frame)) : new Read.Shared<>((FromEither) frame);
        } catch (JacksonException wrongShape) {
            return malformed("shape", node);
        }
    }

    private static <F> Read<F> malformed(String reason, JsonNode node) {
        return new Read.Malformed<>(reason, text(node, "cid"), text(node, "rid"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() && value.stringValue().length() <= NAME_LENGTH
                ? value.stringValue()
                : null;
    }

    private void register(Class<?> sealed) {
        for (Class<?> frame : sealed.getPermittedSubclasses()) {
            types.put(frame.getAnnotation(JsonTypeName.class).value(), frame);
        }
    }
}
