package chat.beseda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the client's types to the server's records, or draws them anew with {@code -Dbeseda.draw=true}. */
class ProtocolTypesTest {
    private static final Path FRAMES = Path.of("..", "frontend", "protocol", "src", "frames.ts");

    @Test
    void theClientsTypesAreThoseOfTheRecords() throws IOException {
        String drawn = ProtocolTypes.draw();
        if (Boolean.getBoolean("beseda.draw")) {
            Files.writeString(FRAMES, drawn);
        } else {
            assertThat(Files.readString(FRAMES))
                    .as("frames.ts is older than the records: ./beseda fmt draws it anew")
                    .isEqualTo(drawn);
        }
    }
}
