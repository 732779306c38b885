package chat.beseda;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.lines.CloseCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/protocol.md tells every frame, each with its fields, and every close code: as the server has them, and nothing else. */
class ProtocolDocumentTest {
    private static final Pattern NAME = Pattern.compile("`(\\w+)`(\\??)");

    @ParameterizedTest
    @CsvSource({
        "From either client, frames.FromEither",
        "To either client, frames.ToEither",
        "From a visitor, widget.FromVisitor",
        "To a visitor, widget.ToVisitor",
        "From an operator, console.FromOperator",
        "To an operator, console.ToOperator"
    })
    void everyFrameStandsThereWithItsFields(String heading, String frames) throws Exception {
        Class<?>[] known = Class.forName("chat.beseda." + frames).getPermittedSubclasses();
        assertThat(known).isNotEmpty();
        Map<String, List<String>> inTheCode = Arrays.stream(known)
                .collect(Collectors.toMap(
                        frame -> frame.getAnnotation(JsonTypeName.class).value(), ProtocolDocumentTest::fields));
        assertThat(rows("### " + heading)).isEqualTo(inTheCode);
    }

    @Test
    void everyCloseCodeStandsThere() throws IOException {
        List<Integer> told = section("## Close codes").stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Integer.parseInt(line.split("\\|", -1)[1].strip()))
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CloseCode.values()).map(CloseCode::number).toList());
    }

    /** Fields of each type in the section's table, those that may be null with a question mark. */
    private static Map<String, List<String>> rows(String heading) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : section(heading)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length > 2
                    && cells[1].strip().matches("`\\w+`")
                    && !cells[2].strip().equals("fields")) {
                rows.put(
                        cells[1].strip().replace("`", ""),
                        NAME.matcher(cells[2])
                                .results()
                                .map(field -> field.group(1) + field.group(2))
                                .toList());
            }
        }
        return rows;
    }

    /** Lines from the heading to the next one. */
    private static List<String> section(String heading) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "protocol.md"));
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (begin >= 0 && lines.get(i).startsWith("#")) {
                return lines.subList(begin, i);
            }
            if (lines.get(i).startsWith(heading)) {
                begin = i + 1;
            }
        }
        assertThat(begin).as(heading).isPositive();
        return lines.subList(begin, lines.size());
    }

    private static List<String> fields(Class<?> frame) {
        return Arrays.stream(frame.getRecordComponents())
                .map(ProtocolDocumentTest::field)
                .toList();
    }

    private static String field(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = renamed == null ? component.getName() : renamed.value();
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? name + "?" : name;
    }
}
