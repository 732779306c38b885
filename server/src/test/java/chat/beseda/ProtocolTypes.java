package chat.beseda;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The frames of docs/protocol.md as TypeScript, drawn from the records that the server really reads and writes.
 *
 * <p>What stands directly in one of the listed types is exported by its name; what is nested deeper is written where it is
 * used. Ids are strings, times and counts are numbers, {@code @Nullable} is {@code | null}.
 */
final class ProtocolTypes {
    private static final int WIDTH = 120;
    private static final String HEADER = """
            // Generated from the server's records (packages delivery, widget, console). Meaning of every frame: docs/protocol.md.
            // biome-ignore-all lint/style/noExcessiveLinesPerFile: generated in one piece.
            """;

    private final Class<?> shapes = type("frames.Shapes");
    private final List<Class<?>> formatted = Stream.of(
                    "List", "Size", "Font", "Colour", "Highlight", "Mark", "Run", "Block", "Document")
            .<Class<?>>map(part -> type("formatting.Text" + part))
            .toList();
    private final List<Class<?>> files = List.of(type("files.FileKind"), type("files.Attachment"));
    private final Class<?> fromEither = type("frames.FromEither");
    private final Class<?> toEither = type("frames.ToEither");
    private final Set<Class<?>> exported = new HashSet<>();
    private final StringBuilder text = new StringBuilder(HEADER);

    private ProtocolTypes() {}

    static String draw() {
        return new ProtocolTypes().drawn();
    }

    private String drawn() {
        for (String side :
                List.of("widget.FromVisitor", "widget.ToVisitor", "console.FromOperator", "console.ToOperator")) {
            exported.addAll(List.of(type(side).getDeclaredClasses()));
        }
        exported.addAll(formatted);
        exported.addAll(files);
        for (Class<?> shared : List.of(shapes, fromEither, toEither)) {
            exported.addAll(List.of(shared.getDeclaredClasses()));
        }
        text.append("\n// ---- formatted text (formatting) ----\n");
        formatted.forEach(this::export);
        text.append("\n// ---- files (files) ----\n");
        files.forEach(this::export);
        section("both sides (delivery)", shapes, fromEither, toEither);
        section("visitor (widget)", type("widget.FromVisitor"), type("widget.ToVisitor"));
        union("FromVisitor", type("widget.FromVisitor"), fromEither);
        union("ToVisitor", type("widget.ToVisitor"), toEither);
        section("operator (console)", type("console.FromOperator"), type("console.ToOperator"));
        union("FromOperator", type("console.FromOperator"), fromEither);
        union("ToOperator", type("console.ToOperator"), toEither);
        return text.toString();
    }

    private void section(String title, Class<?>... holders) {
        text.append("\n// ---- ").append(title).append(" ----\n");
        for (Class<?> holder : holders) {
            members(holder).forEach(this::export);
        }
    }

    /** Frames in the order they are written, after the parts they are made of. */
    private static List<Class<?>> members(Class<?> holder) {
        List<Class<?>> frames = holder.isSealed() ? List.of(holder.getPermittedSubclasses()) : List.of();
        List<Class<?>> all = new ArrayList<>(Arrays.stream(holder.getDeclaredClasses())
                .filter(member -> !frames.contains(member))
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList());
        all.addAll(frames);
        return all;
    }

    private void export(Class<?> type) {
        String name = type.getSimpleName();
        text.append("\n");
        meaning(type).ifPresent(words -> text.append("/** ").append(words).append(" */\n"));
        if (type.isRecord()) {
            text.append("export interface ").append(name).append(" {\n");
            fields(type, tag(type, "t"))
                    .forEach(field -> text.append("  ").append(field).append(";\n"));
            text.append("}\n");
        } else {
            List<String> options = type.isSealed() ? variants(type) : constants(type);
            alias(name, options);
        }
    }

    /** What the record's own comment says, up to its parameters. */
    private static Optional<String> meaning(Class<?> type) {
        String file = type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)?(?:public )?(?:sealed )?"
                                + "(?:record|enum|interface) "
                                + type.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(source(Path.of("src", "main", "java").resolve(file)));
        return comment.find() ? Optional.of(plain(comment.group(1))) : Optional.empty();
    }

    private static String plain(String javadoc) {
        return javadoc.replaceFirst("(?s)@param.*", "")
                .replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void union(String name, Class<?>... holders) {
        text.append("\n");
        alias(
                name,
                Arrays.stream(holders)
                        .flatMap(holder -> Arrays.stream(holder.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .toList());
    }

    private void alias(String name, List<String> options) {
        String line = "export type %s = %s;\n".formatted(name, String.join(" | ", options));
        String lines = "export type %s =\n%s;\n"
                .formatted(name, options.stream().map(option -> "  | " + option).collect(joining("\n")));
        text.append(line.length() <= WIDTH ? line : lines);
    }

    private List<String> variants(Class<?> sealed) {
        String property = sealed.getAnnotation(JsonTypeInfo.class).property();
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(variant -> inline(variant, tag(variant, property)))
                .toList();
    }

    private static Stream<String> tag(Class<?> type, String property) {
        JsonTypeName name = type.getAnnotation(JsonTypeName.class);
        return name == null ? Stream.of() : Stream.of("%s: \"%s\"".formatted(property, name.value()));
    }

    private String inline(Class<?> record, Stream<String> tag) {
        return "{ " + fields(record, tag).collect(joining("; ")) + " }";
    }

    private Stream<String> fields(Class<?> record, Stream<String> tag) {
        return Stream.concat(tag, Arrays.stream(record.getRecordComponents()).map(this::field));
    }

    private String field(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        boolean version = name.equals("protocol");
        if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
            return name + "?: " + plain(component.getAnnotatedType());
        }
        return name + ": " + (version ? "1" : written(component.getAnnotatedType()));
    }

    private String written(AnnotatedType type) {
        String name = plain(type);
        return type.isAnnotationPresent(Nullable.class) ? name + " | null" : name;
    }

    private String plain(AnnotatedType annotated) {
        if (annotated instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return switch (arguments.length) {
                case 1 -> written(arguments[0]) + "[]";
                default -> "Record<%s, %s>".formatted(written(arguments[0]), written(arguments[1]));
            };
        }
        var type = (Class<?>) annotated.getType();
        if (exported.contains(type)) {
            return type.getSimpleName();
        }
        if (type.isEnum()) {
            return String.join(" | ", constants(type));
        }
        return type.isRecord() ? inline(type, Stream.of()) : primitive(type);
    }

    private static String primitive(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        Map<Class<?>, String> known = Map.of(
                boolean.class, "boolean",
                double.class, "number",
                Double.class, "number",
                int.class, "number",
                Integer.class, "number",
                long.class, "number",
                Long.class, "number");
        String name = known.get(type);
        if (name == null) {
            throw new IllegalArgumentException(
                    "a frame should be made of strings, numbers, records and lists, not " + type);
        }
        return name;
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(java.lang.reflect.Field::isEnumConstant)
                .map(constant ->
                        "\"" + constant.getAnnotation(JsonProperty.class).value() + "\"")
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("chat.beseda." + name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
