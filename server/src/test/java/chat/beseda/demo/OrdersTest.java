package chat.beseda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.crowd.Orders;
import chat.beseda.crowd.Shop;
import chat.beseda.hours.Timetables;
import chat.beseda.people.People;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.security.Passwords;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:30:00Z");
    private static final String ORIGIN = "http://localhost:8080";

    @TempDir
    Path photos;

    @Test
    void theInboxIsFilledWithRequestsInEveryState() {
        var clock = new TestClock(NOW);
        var bus = new Silence();
        var ids = new IdSource(clock);
        try (TestDatabase opened = TestEngine.SQLITE.open()) {
            var people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
            new Company(people, Demo.PASSWORD).found(ORIGIN);
            List<Shop> shops = new Shops(people).of(ORIGIN);
            var timetables =
                    new Timetables(opened.database(), people.sites(), people.departments(), ids, people.audit());
            new OpeningHours(timetables).hangOut(shops);
            var kinds = new RequestKinds(
                    opened.database(), people.sites(), people.departments(), people.operators(), ids, people.audit());
            var past = new MovingClock(NOW.minus(Duration.ofDays(4)).toEpochMilli());

            new Orders(opened.database(), people, timetables, kinds, bus)
                    .tell(shops.getFirst(), NOW, past, past::moveTo);

            assertThat(kinds.of(shops.getFirst().site().id())).hasSize(3);
            assertThat(count(opened, "open")).isGreaterThan(9);
            assertThat(count(opened, "claimed")).isEqualTo(3);
            assertThat(count(opened, "done")).isEqualTo(6);
            assertThat(number(opened, "SELECT COUNT(*) FROM request WHERE slot_at > arrived_at"))
                    .isEqualTo(3);
            assertThat(number(opened, "SELECT COUNT(*) FROM request WHERE arrived_at > " + NOW.toEpochMilli()))
                    .isZero();
        }
    }

    private static int count(TestDatabase opened, String state) {
        return number(opened, "SELECT COUNT(*) FROM request WHERE state = '%s'".formatted(state));
    }

    private static int number(TestDatabase opened, String sql) {
        return opened.database()
                .read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
