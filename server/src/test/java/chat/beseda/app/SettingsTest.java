package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.storage.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "beseda.conf");

    @TempDir
    Path folder;

    @Test
    void withoutAWordThereIsAServerWithAFileInItsFolder() {
        Configuration configuration = Configuration.of(Settings.read(Map.of("BESEDA_DATA", folder.toString())));
        assertThat(configuration.port()).isEqualTo(8080);
        assertThat(configuration.database()).isEqualTo(new DatabaseAddress.SqliteFile(folder.resolve("beseda.db")));
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws IOException {
        Files.writeString(folder.resolve("beseda.conf"), "port=9001\nhost=127.0.0.1\n");
        Configuration configuration =
                Configuration.of(Settings.read(Map.of("BESEDA_DATA", folder.toString(), "BESEDA_PORT", "9002")));
        assertThat(configuration.port()).isEqualTo(9002);
        assertThat(configuration.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void aNameNobodyKnowsIsRefused() throws IOException {
        Files.writeString(folder.resolve("beseda.conf"), "prot=9001\n");
        assertThatThrownBy(() -> Settings.read(Map.of("BESEDA_DATA", folder.toString())))
                .hasMessageContaining("prot")
                .hasMessageContaining("9001");
    }

    @ParameterizedTest
    @CsvSource({
        "BESEDA_PORT,http",
        "BESEDA_PORT,65536",
        "BESEDA_DB_URL,mysql://x",
        "BESEDA_PUBLIC_URL,chat.example.com",
        "BESEDA_PUBLIC_URL,https://chat.example.com/path",
        "BESEDA_TLS_KEY,key.pem",
        "BESEDA_ADMIN_EMAIL,admin@example.test",
        "BESEDA_DEMO,maybe",
        "BESEDA_CONNECTIONS,0"
    })
    void aWrongValueIsNamedWithWhatWasExpected(String name, String value) {
        assertThatThrownBy(() -> Configuration.of(Settings.read(Map.of("BESEDA_DATA", folder.toString(), name, value))))
                .isInstanceOf(SettingRefusal.class)
                .hasMessageContaining("expected");
    }

    @Test
    void theDocumentedFileListsEverySetting() throws IOException {
        if (Boolean.getBoolean("beseda.draw")) {
            Files.writeString(EXAMPLE, Settings.example());
        }
        assertThat(Files.readString(EXAMPLE))
                .as("docs/beseda.conf is out of date: ./beseda fmt writes it anew")
                .isEqualTo(Settings.example());
    }
}
