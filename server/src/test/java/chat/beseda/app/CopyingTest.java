package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.cluster.LocalBus;
import chat.beseda.events.ClientId;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.testing.PostgresServer;
import chat.beseda.time.SystemTimers;
import chat.beseda.visitors.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backup} and {@code restore} as a person says them, of installations at rest and at work. */
class CopyingTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("copy.zip");
    }

    @Test
    void aServerAtWorkIsCopiedThroughTheOtherEngineAndBackRowByRow() throws Exception {
        Map<String, String> here = installation("here");
        Map<String, String> postgres = installation("postgres");
        postgres.put("BESEDA_DB_URL", PostgresServer.shared().newDatabase());
        Map<String, String> again = installation("again");
        Path second = folder.resolve("second.zip");
        try (RunningServer server = start(here)) {
            assertThat(server.port()).isPositive();
            fill(here);
            assertThat(main(here, "backup", file.toString())).isZero();
        }

        assertThat(main(postgres, "restore", file.toString())).isZero();
        assertThat(main(postgres, "backup", second.toString())).isZero();
        assertThat(main(again, "restore", second.toString())).isZero();

        Map<String, List<String>> rows = rows(file);
        assertThat(rows.keySet()).contains("tables/event.jsonl", "tables/operator.jsonl", "tables/visitor.jsonl");
        assertThat(rows.getOrDefault("tables/event.jsonl", List.of())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(rows(second)).isEqualTo(rows);
        assertThat(main(again, "backup", folder.resolve("third.zip").toString()))
                .isZero();
        assertThat(rows(folder.resolve("third.zip"))).isEqualTo(rows);
    }

    @Test
    void aRunningServerTakesABackupAndGoesOn() throws Exception {
        Map<String, String> here = installation("here");
        Map<String, String> there = installation("there");
        try (RunningServer server = start(there)) {
            assertThat(server.port()).isPositive();
            fill(there);
        }
        assertThat(main(there, "backup", file.toString())).isZero();
        Thread running = Thread.ofVirtual().start(() -> run(here));
        try {
            awaitFile(Path.of(here.get("BESEDA_DATA"), "beseda.db"));
            assertThat(main(here, "restore", file.toString(), "--replace"))
                    .as(said())
                    .isZero();
            assertThat(running.isAlive()).isTrue();
            assertThat(main(here, "backup", folder.resolve("after.zip").toString()))
                    .isZero();
            assertThat(rows(folder.resolve("after.zip"))).isEqualTo(rows(file));
        } finally {
            running.interrupt();
            running.join();
        }
    }

    @Test
    void whatIsThereIsReplacedOnlyWhenAskedFor() throws Exception {
        Map<String, String> here = installation("here");
        Map<String, String> there = installation("there");
        try (RunningServer server = start(here)) {
            assertThat(server.port()).isPositive();
        }
        assertThat(main(here, "backup", file.toString())).isZero();
        fill(there);
        Path photo = Path.of(there.get("BESEDA_DATA"), "photos", "0123.jpg");
        Files.writeString(photo, "of somebody else");

        assertThat(main(there, "restore", file.toString())).isNotZero();
        assertThat(said()).contains("not empty", "--replace");
        assertThat(photo).exists();

        assertThat(main(there, "restore", file.toString(), "--replace")).isZero();
        assertThat(photo).doesNotExist();
        assertThat(main(there, "backup", folder.resolve("after.zip").toString()))
                .isZero();
        assertThat(rows(folder.resolve("after.zip"))).isEqualTo(rows(file));
    }

    @Test
    void anInstallationNobodyHasSetUpIsEmpty() throws Exception {
        Map<String, String> here = installation("here");
        here.remove("BESEDA_ADMIN_EMAIL");
        here.remove("BESEDA_ADMIN_PASSWORD");
        try (RunningServer server = start(here)) {
            assertThat(server.port()).isPositive();
        }
        assertThat(main(here, "backup", file.toString())).isZero();

        assertThat(main(here, "restore", file.toString())).as(said()).isZero();
    }

    @Test
    void aPathThatCannotBeWrittenIsNamedAndNothingIsLeftThere() throws Exception {
        Map<String, String> here = installation("here");
        try (RunningServer server = start(here)) {
            assertThat(server.port()).isPositive();
        }
        Path missing = folder.resolve("missing/copy.zip");
        assertThat(main(here, "backup", missing.toString())).isNotZero();
        assertThat(said()).contains(missing + ": there is no such folder");

        Path directory = Files.createDirectory(folder.resolve("directory"));
        assertThat(main(here, "backup", directory.toString())).isNotZero();
        assertThat(said()).contains(directory + ": that is a folder");

        Map<String, String> nothing = installation("nothing");
        assertThat(main(nothing, "backup", file.toString())).isNotZero();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).noneMatch(path -> path.toString().contains(".partial"));
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsNoBackupIsRefused() throws Exception {
        Files.writeString(file, "Dear all");
        assertThat(main(installation("here"), "restore", file.toString())).isNotZero();
        assertThat(said()).contains(file + " is not a backup");
    }

    private Map<String, String> installation(String name) {
        var environment = new HashMap<String, String>();
        environment.put("BESEDA_DATA", folder.resolve(name).toString());
        environment.put("BESEDA_HOST", "127.0.0.1");
        environment.put("BESEDA_PORT", "0");
        environment.put("BESEDA_ADMIN_EMAIL", "anna@example.org");
        environment.put("BESEDA_ADMIN_PASSWORD", "seven green kettles");
        environment.put("BESEDA_LOG_LEVEL", "error");
        return environment;
    }

    private static RunningServer start(Map<String, String> environment) {
        Configuration configuration = Configuration.of(Settings.read(environment));
        new DataFolder(configuration.data()).prepare();
        return RunningServer.start(configuration);
    }

    /** A visitor who asked, and one who has no name; texts of several scripts. */
    private static void fill(Map<String, String> environment) {
        Configuration configuration = Configuration.of(Settings.read(environment));
        var data = new DataFolder(configuration.data());
        data.prepare();
        try (Database database = Database.open(configuration.database(), broken -> {});
                var bus = new LocalBus();
                var timers = new SystemTimers()) {
            House house = House.build(
                    database, bus, timers, Clock.systemUTC(), data, data.path().resolve("places"));
            for (String text : List.of("Есть ли чайник?", "\"quoted\"\nand two lines", "\uD83E\uDED6 'чай'; --")) {
                Visitor visitor = house.visitors()
                        .recognise(new SiteId(1), null, null, true)
                        .visitor();
                house.conversations().postByVisitor(visitor, new ClientId(new RandomTokens().name()), text, null);
            }
        }
    }

    private int main(Map<String, String> environment, String... words) throws InterruptedException {
        var nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Main(environment, nowhere, new PrintStream(complaints, true, StandardCharsets.UTF_8))
                .does(List.of(words));
    }

    private void run(Map<String, String> environment) {
        try {
            main(environment, "run");
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitFile(Path path) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!Files.exists(path)) {
            assertThat(System.nanoTime()).as("%s appears", path).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private String said() {
        return complaints.toString(StandardCharsets.UTF_8);
    }

    /** Each table's rows, sorted; without the database's name, which a restore changes. */
    private static Map<String, List<String>> rows(Path backup) throws IOException {
        var tables = new TreeMap<String, List<String>>();
        try (var zip = new ZipFile(backup.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                tables.put(
                        entry.getName(),
                        text.lines()
                                .filter(line -> !line.contains("\"epoch\""))
                                .sorted()
                                .toList());
            }
        }
        return tables;
    }
}
