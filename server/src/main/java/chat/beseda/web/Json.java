package chat.beseda.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of requests and answers. Reading is strict: what is unknown, missing, doubled, of another type or too deep is
 * refused, and the refusal names the place.
 */
public final class Json {
    /** Greatest number of bytes of a request's document. */
    public static final int MOST_BYTES = 256 * 1024;

    /** The same of whoever is not signed in. */
    public static final int MOST_BYTES_OF_STRANGERS = 8 * 1024;

    private static final int DEPTH = 16;
    private static final JsonMapper MAPPER = mapper();

    private Json() {}

    /**
     * Reads the document of a request into a record.
     *
     * @throws Refused when it is no JSON, too large, or of another shape
     */
    public static <T extends Record> T body(Context context, int most, Class<T> shape) {
        String type = context.contentType();
        if (type == null || !type.split(";", -1)[0].strip().equals("application/json")) {
            throw Problem.of(415, "json_expected").refused();
        }
        return read(Bodies.bytes(context, most), shape);
    }

    static <T extends Record> T read(byte[] document, Class<T> shape) {
        try {
            T value = MAPPER.readValue(document, shape);
            if (value == null) {
                throw Problem.of(400, "json_malformed").refused();
            }
            List<Problem.Field> missing = Missing.in(value);
            if (!missing.isEmpty()) {
                throw Problem.ofFields(missing).refused();
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw fault(path(unknown), "field_unknown", Map.of());
        } catch (MismatchedInputException mismatch) {
            Class<?> target = mismatch.getTargetType();
            if (mismatch.getPath().isEmpty()) {
                throw Problem.of(400, "json_malformed").refused();
            }
            throw fault(path(mismatch), "type", Map.of("type", target == null ? "" : nameOf(target)));
        } catch (JacksonException malformed) {
            throw Problem.of(400, "json_malformed").refused();
        }
    }

    /** Writes a record, a list or a map. */
    public static byte[] bytes(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }

    private static Refused fault(String field, String code, Map<String, String> params) {
        return Problem.ofFields(List.of(new Problem.Field(field, code, null, params)))
                .refused();
    }

    /** {@code origins[1]}, {@code site.name}. */
    private static String path(DatabindException failure) {
        return failure.getPath().stream()
                .map(step -> step.getIndex() >= 0 ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String nameOf(Class<?> type) {
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true, false";
        }
        if (type == String.class) {
            return "string";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }

    private static JsonMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxDocumentLength(MOST_BYTES)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
