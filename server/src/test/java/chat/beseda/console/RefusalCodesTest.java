package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Codes with which an operator's line says no, written out in the sources: each stands in the protocol. The console's own test
 * holds that each of those has words; the domain's refusals have a test beside them.
 */
class RefusalCodesTest {
    private static final Pattern CODE = Pattern.compile(
            "(?:[.]refuse[(]|[ .]refused[(]|new ToEither[.]Refused[(])(?!new Read)[^\";{}]*\"([a-z_]+)\"");

    @Test
    void everyCodeStandsInTheProtocol() throws IOException {
        List<String> protocol = Files.readAllLines(Path.of("..", "docs", "protocol.md"));
        var codes = new TreeSet<String>();
        for (String room : List.of("console", "delivery")) {
            try (var files = Files.list(Path.of("src/main/java/chat/beseda", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CODE.matcher(Files.readString(file)).results().forEach(match -> codes.add(match.group(1)));
                }
            }
        }

        assertThat(codes).contains("conversation_unknown", "forbidden", "malformed", "too_large");
        assertThat(codes)
                .allSatisfy(
                        code -> assertThat(protocol).as(code).anyMatch(line -> line.startsWith("| `" + code + "` |")));
    }
}
