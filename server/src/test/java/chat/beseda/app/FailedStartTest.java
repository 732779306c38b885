package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails says one sentence, returns an exit code and leaves nothing open. */
class FailedStartTest {
    private static final Set<String> OURS = Set.of("store-writer", "bus", "timers");

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private Set<Thread> before = Set.of();

    @BeforeEach
    void prepare() {
        environment.put("BESEDA_DATA", folder.resolve("data").toString());
        environment.put("BESEDA_HOST", "127.0.0.1");
        environment.put("BESEDA_PORT", "0");
        environment.put("BESEDA_LOG_LEVEL", "error");
        before = threads();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        int metrics = freePort();
        environment.put("BESEDA_METRICS_PORT", String.valueOf(metrics));
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("BESEDA_PORT", String.valueOf(other.getLocalPort()));

            assertRefusal("BESEDA_PORT", String.valueOf(other.getLocalPort()));
        }
        try (var again = new ServerSocket()) {
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), metrics));
        }
    }

    @Test
    void aTakenPortOfMetricsIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("BESEDA_METRICS_PORT", String.valueOf(other.getLocalPort()));

            assertRefusal("BESEDA_METRICS_PORT", String.valueOf(other.getLocalPort()));
        }
    }

    @Test
    void aDatabaseOfANewerProgramIsRefused() throws Exception {
        assertThat(new Main(environment, discarded(), discarded()).does(java.util.List.of("restore", emptyBackup())))
                .isZero();
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + folder.resolve("data/beseda.db"))) {
            handle.execute("""
                    INSERT INTO flyway_schema_history
                    SELECT 99, '9999', 'later', type, script, 1, installed_by, installed_on, 1, success
                    FROM flyway_schema_history WHERE version = '0001'
                    """);
        }

        assertRefusal("version 9999", "this program knows");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        environment.put("BESEDA_DATA", file.resolve("data").toString());

        assertRefusal("BESEDA_DATA", file.resolve("data").toString());
    }

    @Test
    void aWeakPasswordIsNamedAndNotTold() throws Exception {
        environment.put("BESEDA_ADMIN_EMAIL", "anna@example.org");
        environment.put("BESEDA_ADMIN_PASSWORD", "qwerty");

        assertRefusal("BESEDA_ADMIN_PASSWORD", "12 to 128 characters");
        assertThat(said()).doesNotContain("qwerty");
    }

    @Test
    void anAddressThatIsNoneIsNamed() throws Exception {
        environment.put("BESEDA_ADMIN_EMAIL", "anna");
        environment.put("BESEDA_ADMIN_PASSWORD", "seven green kettles");

        assertRefusal("BESEDA_ADMIN_EMAIL", "\"anna\"");
    }

    @Test
    void aHostThatIsNotOursIsNamed() throws Exception {
        environment.put("BESEDA_HOST", "192.0.2.77");

        assertRefusal("BESEDA_HOST", "192.0.2.77");
    }

    private void assertRefusal(String... words) throws Exception {
        int code = new Main(environment, discarded(), new PrintStream(complaints, true, StandardCharsets.UTF_8))
                .does(java.util.List.of("run"));

        assertThat(code).isNotZero();
        assertThat(said()).startsWith("Beseda: ").contains(words);
        assertThat(said().lines()).hasSize(1);
        assertNothingIsOpen();
    }

    private void assertNothingIsOpen() throws Exception {
        for (Thread left : threads()) {
            if (!before.contains(left)) {
                left.join(TimeUnit.SECONDS.toMillis(10));
                assertThat(left.isAlive())
                        .as("still at work: " + left.getName())
                        .isFalse();
            }
        }
        Path data = Path.of(environment.getOrDefault("BESEDA_DATA", ""));
        if (Files.isDirectory(data)) {
            try (DataFolder.Lock lock = new DataFolder(data).lock().orElseThrow()) {
                assertThat(lock.channel().isOpen()).isTrue();
            }
        }
    }

    private String said() {
        return complaints.toString(StandardCharsets.UTF_8);
    }

    private String emptyBackup() throws IOException {
        Path file = folder.resolve("empty.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("tables/meta.jsonl"));
            zip.write("{\"name\":\"epoch\",\"value\":\"x\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        return file.toString();
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> OURS.contains(thread.getName()))
                .collect(Collectors.toSet());
    }

    private static PrintStream discarded() {
        return new PrintStream(PrintStream.nullOutputStream());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
