package chat.beseda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.crowd.Shop;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.storage.IdSource;
import chat.beseda.tags.Tags;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.SiteCustoms;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AftermathTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:30:00Z");
    private static final String ORIGIN = "http://localhost:8080";
    private static final int CONVERSATIONS = 200;

    @TempDir
    Path photos;

    private final TestClock clock = new TestClock(NOW);
    private final TestDatabase opened = TestEngine.SQLITE.open();

    @BeforeEach
    void fill() {
        var bus = new RecordingBus();
        var ids = new IdSource(clock);
        var people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
        new Company(people, Demo.PASSWORD).found(ORIGIN);
        List<Shop> shops = new Shops(people).of(ORIGIN);
        List<Told> told = new DemoYear(opened.database())
                .tell(new YearPlan(NOW, 1).of(shops, List.of(CONVERSATIONS / 2, CONVERSATIONS / 2)));
        new Aftermath(
                        opened.database(),
                        people,
                        new Tags(opened.database(), bus, ids, people.audit()),
                        new SiteCustoms(opened.database(), bus, people.audit()),
                        1)
                .tell(shops, told, NOW);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void nobodyIsInTwoStatesAtOnceNorWorksRoundTheClock() {
        List<Row> shifts = rows("SELECT operator_id, from_at, until_at, state FROM operator_shift ORDER BY 1, 2");
        Map<String, Long> worked = new HashMap<>();
        for (int i = 0; i < shifts.size(); i++) {
            Row shift = shifts.get(i);
            assertThat(shift.from()).isLessThan(shift.until());
            assertThat(shift.until()).isLessThanOrEqualTo(NOW.toEpochMilli());
            if (i > 0 && shifts.get(i - 1).whose() == shift.whose()) {
                assertThat(shift.from()).isEqualTo(shifts.get(i - 1).until());
            }
            if (shift.state().equals("online")) {
                String day =
                        shift.whose() + " " + shift.from() / Duration.ofDays(1).toMillis();
                worked.merge(day, shift.until() - shift.from(), Long::sum);
            }
        }
        assertThat(worked).hasSizeGreaterThan(300);
        assertThat(worked.values()).allMatch(time -> time < Duration.ofHours(13).toMillis());
    }

    @Test
    void whoeverHadAConversationWasOnlineThen() {
        assertThat(number("""
                SELECT COUNT(*) FROM conversation c WHERE c.taken_at IS NOT NULL AND c.closed_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM operator_shift s WHERE s.operator_id = c.owner_id AND s.state = 'online'
                    AND s.from_at <= c.taken_at AND s.until_at >= c.closed_at)
                """)).isZero();
    }

    @Test
    void manyMoreCameThanAskedAndWhoAskedWasThere() {
        assertThat(number("SELECT COUNT(*) FROM visit")).isGreaterThan(10 * CONVERSATIONS);
        assertThat(number("""
                SELECT COUNT(*) FROM conversation c WHERE NOT EXISTS (SELECT 1 FROM visit v
                    WHERE v.visitor_id = c.visitor_id AND v.started_at <= c.opened_at AND v.last_at >= c.opened_at)
                """)).isZero();
        assertThat(number("SELECT COUNT(*) FROM visitor")).isEqualTo(number("SELECT SUM(last) FROM visitor_number"));
    }

    @Test
    void everyConversationHasACityAndMostVisitorsWereContent() {
        assertThat(number("SELECT COUNT(*) FROM conversation_origin"))
                .isEqualTo(CONVERSATIONS + YearPlan.WAITING + YearPlan.ACTIVE);
        assertThat(number("SELECT COUNT(*) FROM rating")).isBetween(CONVERSATIONS / 5, CONVERSATIONS / 2);
        assertThat(number("SELECT SUM(score) FROM rating")).isGreaterThan(4 * number("SELECT COUNT(*) FROM rating"));
        assertThat(number("SELECT COUNT(*) FROM conversation_tag")).isPositive();
        assertThat(number("SELECT COUNT(*) FROM offer_log WHERE outcome = 'missed'"))
                .isPositive();
    }

    @Test
    void goalsAreReachedInVisits() {
        assertThat(number("SELECT COUNT(*) FROM goal WHERE name = 'order' AND value > 0"))
                .isPositive();
        assertThat(number("SELECT COUNT(*) FROM goal WHERE name = 'call' AND value IS NULL"))
                .isPositive();
        assertThat(number("""
                SELECT COUNT(*) FROM goal g WHERE NOT EXISTS (SELECT 1 FROM visit v WHERE v.id = g.visit_id
                    AND v.visitor_id = g.visitor_id AND g.at BETWEEN v.started_at AND v.last_at)
                """)).isZero();
    }

    private record Row(long whose, long from, long until, String state) {}

    private List<Row> rows(String query) {
        return opened.database()
                .read(handle -> handle.createQuery(query)
                        .map((row, context) ->
                                new Row(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4)))
                        .list());
    }

    private int number(String query) {
        return opened.database()
                .read(handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
}
