package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.archive.Archive;
import chat.beseda.archive.ArchiveFilter;
import chat.beseda.archive.Side;
import chat.beseda.archive.Sought;
import chat.beseda.cluster.LocalBus;
import chat.beseda.events.ClientId;
import chat.beseda.forms.FieldChecks;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.testing.PostgresServer;
import chat.beseda.time.SystemTimers;
import chat.beseda.visitors.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rebuild-reports} as a person says it. */
class RebuildingTest {
    private static final SiteId SITE = new SiteId(1);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgres"})
    void whatTheArchiveLostIsFoundAgain(String engine) throws Exception {
        Map<String, String> here = installation("here");
        if (engine.equals("postgres")) {
            here.put("BESEDA_DB_URL", PostgresServer.shared().newDatabase());
        }
        in(here, house -> {
            Visitor visitor = house.visitors().recognise(SITE, null, null, true).visitor();
            house.conversations()
                    .postByVisitor(visitor, new ClientId(new RandomTokens().name()), "Есть ли чайник?", null);
            return true;
        });
        assertThat(in(here, RebuildingTest::kettles)).isZero();

        assertThat(main(here, "rebuild-reports"))
                .as(complaints.toString(StandardCharsets.UTF_8))
                .isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Conversations summed up: 1", "Done");
        assertThat(in(here, RebuildingTest::kettles)).isEqualTo(1);

        assertThat(main(here, "rebuild-reports")).isZero();
        assertThat(in(here, RebuildingTest::kettles)).isEqualTo(1);
    }

    @Test
    void aRunningServerIsToBeStoppedFirst() throws Exception {
        Map<String, String> here = installation("here");
        in(here, house -> true);
        try (var lock = new DataFolder(folder.resolve("here")).lock().orElseThrow()) {
            assertThat(lock.channel().isOpen()).isTrue();
            assertThat(main(here, "rebuild-reports")).isNotZero();
        }
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("stop it first");
    }

    @Test
    void aFolderWithoutADatabaseIsNamed() throws Exception {
        assertThat(main(installation("nothing"), "rebuild-reports")).isNotZero();
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("there is no database");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private static int kettles(House house) {
        Sought sought = Sought.read("q", "чайники", new FieldChecks());
        var filter = ArchiveFilter.of(0, Long.MAX_VALUE >> 21, Set.of(SITE));
        return house.archive()
                .count(new Archive.Question(filter, sought, Side.BOTH, false, Archive.Order.TIME, 0))
                .count();
    }

    private static <R> R in(Map<String, String> environment, Function<House, R> does) {
        Configuration configuration = Configuration.of(Settings.read(environment));
        var data = new DataFolder(configuration.data());
        data.prepare();
        try (Database database = Database.open(configuration.database(), broken -> {});
                var bus = new LocalBus();
                var timers = new SystemTimers()) {
            return does.apply(House.build(
                    database, bus, timers, Clock.systemUTC(), data, data.path().resolve("places")));
        }
    }

    private Map<String, String> installation(String name) {
        var environment = new HashMap<String, String>();
        environment.put("BESEDA_DATA", folder.resolve(name).toString());
        environment.put("BESEDA_LOG_LEVEL", "error");
        return environment;
    }

    private int main(Map<String, String> environment, String word) throws InterruptedException {
        return new Main(
                        environment,
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        new PrintStream(complaints, true, StandardCharsets.UTF_8))
                .does(List.of(word));
    }
}
