package chat.beseda.reports;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.settings.Lateness;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.worktime.Days;
import chat.beseda.worktime.Worktime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reports say on every engine: the same as counting each conversation, packed or not, in whatever zone. */
abstract class ReportsContract {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 23);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 3);
    private static final Set<OperatorId> ALL = Set.of(new OperatorId(11), new OperatorId(12), new OperatorId(13));

    /** The rows differ in how much of a wait was in working hours. */
    private static final Lateness LATE = new Lateness(Duration.ofMinutes(5), Duration.ZERO, true);

    private final TestEngine engine;
    private PeopleFixture fixture;
    private ArchiveRows rows;
    private Reports reports;
    private Packer packer;

    ReportsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        rows = new ArchiveRows(fixture.database());
        var worktime = new Worktime(
                fixture.database(),
                new IdSource(fixture.clock),
                fixture.people().shifts(),
                fixture.people().audit(),
                fixture.clock);
        packer = new Packer(fixture.database(), worktime, fixture.clock);
        reports = new Reports(fixture.database(), worktime);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static Question question(ZoneId zone, OperatorId... operators) {
        return new Question(
                new Days(zone, FIRST, LAST),
                Set.of(new SiteId(1)),
                true,
                Set.of(),
                Set.of(operators),
                ALL,
                60_000,
                LATE);
    }

    private List<Talk> history(int seed) {
        long from = Instant.parse("2026-02-20T00:00:00Z").toEpochMilli();
        List<Talk> talks = Histories.talks(new Random(seed), 250, from, fixture.clock.millis());
        rows.add(talks);
        return talks;
    }

    /** The slow way. */
    private static Map<Figure, @Nullable Double> counted(Question question, List<Talk> talks) {
        var count = new Count(question);
        PackedTalks.unpack(
                0,
                PackedTalks.pack(0, talks),
                talk -> count.talk(
                        talk,
                        operator -> question.operators().isEmpty()
                                || question.operators().contains(new OperatorId(operator))));
        return count.figures(EnumSet.of(Figure.Of.CONVERSATION));
    }

    private static List<Talk> asked(Question question, List<Talk> talks, Predicate<Talk> also) {
        return talks.stream()
                .filter(talk -> !date(question, talk).isBefore(FIRST)
                        && !date(question, talk).isAfter(LAST))
                .filter(talk -> talk.site() == 1)
                .filter(talk -> question.operators().isEmpty()
                        || question.operators().stream()
                                .anyMatch(operator -> Histories.has(talk.holders(), operator.value())))
                .filter(also)
                .toList();
    }

    private static LocalDate date(Question question, Talk talk) {
        return Instant.ofEpochMilli(talk.opened())
                .atZone(question.days().zone())
                .toLocalDate();
    }

    private static void same(Map<Figure, @Nullable Double> told, Map<Figure, @Nullable Double> counted) {
        counted.forEach((figure, number) -> {
            if (figure.of() == Figure.Of.CONVERSATION) {
                assertThat(told.get(figure)).as(figure.name()).isEqualTo(number);
            }
        });
    }

    /** As when a conversation of the day is summed up while the day is read. */
    @Test
    void aDayThatChangesWhileItIsReadIsNotPacked() {
        long day = Math.floorDiv(Instant.parse("2026-02-25T00:00:00Z").toEpochMilli(), SqlReportStore.DAY);
        var store = new SqlReportStore();
        fixture.database().write(transaction -> {
            store.claim(transaction.handle(), day);
            return true;
        });
        var read = fixture.database().read(handle -> store.read(handle, day, List.of()));
        rows.unpack(day * SqlReportStore.DAY);

        assertThat(fixture.database().<Boolean>write(transaction -> store.pack(transaction.handle(), day, read)))
                .isFalse();
        assertThat(fixture.database().read(store::packedDays)).isEmpty();
    }

    @Test
    void figuresAreTheSamePackedAndUnpackedInEveryZone() {
        List<Talk> talks = history(1);
        for (String zone : List.of("Europe/Moscow", "Asia/Kathmandu", "America/Los_Angeles", "UTC")) {
            Question all = question(ZoneId.of(zone));
            Question one = question(ZoneId.of(zone), new OperatorId(12));
            same(reports.summary(all), counted(all, asked(all, talks, talk -> true)));
            same(reports.summary(one), counted(one, asked(one, talks, talk -> true)));
            packer.catchUp();
            rows.unpack(Instant.parse("2026-02-25T00:00:00Z").toEpochMilli());
            same(reports.summary(all), counted(all, asked(all, talks, talk -> true)));
            same(reports.summary(one), counted(one, asked(one, talks, talk -> true)));
        }
    }

    @Test
    void groupsAreEachWhatAskingForItAloneGives() {
        List<Talk> talks = history(2);
        packer.catchUp();
        Question all = question(ZoneId.of("Europe/Moscow"));

        grouped(all, Group.DAY, talks, talk -> date(all, talk).toString());
        grouped(
                all,
                Group.MONTH,
                talks,
                talk -> date(all, talk).withDayOfMonth(1).toString());
        grouped(all, Group.CITY, talks, Talk::city);
        grouped(all, Group.PAGE, talks, Talk::page);
        grouped(all, Group.SOURCE, talks, Talk::source);
        for (Reports.Row row : reports.by(all, Group.OPERATOR).rows()) {
            Question own = question(ZoneId.of("Europe/Moscow"), new OperatorId(Long.parseLong(row.key())));
            same(row.figures(), reports.summary(own));
        }
    }

    private void grouped(Question question, Group group, List<Talk> talks, Function<Talk, String> key) {
        List<Reports.Row> told = reports.by(question, group).rows();
        assertThat(told)
                .extracting(Reports.Row::key)
                .containsAll(
                        asked(question, talks, talk -> true).stream().map(key).toList());
        told.forEach(row -> same(
                row.figures(),
                counted(question, asked(question, talks, talk -> key.apply(talk).equals(row.key())))));
    }

    @Test
    void ofManyPagesTheBiggestAreToldWhole() {
        List<Talk> talks = new ArrayList<>();
        List<Talk> made = Histories.talks(new Random(4), 600, millis("2026-02-24"), millis("2026-03-01"));
        for (int at = 0; at < made.size(); at++) {
            talks.add(on(made.get(at), "https://shop.example/" + (at < 260 ? at : at % 60 + 200)));
        }
        rows.add(talks);
        Question all = question(ZoneId.of("UTC"));
        Map<String, Long> pages = asked(all, talks, talk -> true).stream()
                .collect(Collectors.groupingBy(Talk::page, Collectors.counting()));
        Reports.Rows told = reports.by(all, Group.PAGE);

        assertThat(told.more()).isEqualTo(pages.size() > 200);
        assertThat(told.rows())
                .extracting(Reports.Row::key)
                .containsExactlyElementsOf(pages.keySet().stream()
                        .sorted(Comparator.<String>comparingLong(page -> -pages.getOrDefault(page, 0L))
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(200)
                        .toList());
        told.rows()
                .forEach(row -> same(
                        row.figures(),
                        counted(all, asked(all, talks, talk -> talk.page().equals(row.key())))));
    }

    private static long millis(String day) {
        return Instant.parse(day + "T00:00:00Z").toEpochMilli();
    }

    private static Talk on(Talk talk, String page) {
        return new Talk(
                1,
                talk.department(),
                talk.visitor(),
                talk.opened(),
                talk.closed(),
                talk.firstAnswer(),
                talk.messages(),
                talk.handOvers(),
                talk.missed(),
                talk.score(),
                page,
                talk.city(),
                talk.source(),
                talk.language(),
                talk.holders(),
                talk.answerers(),
                talk.waits(),
                talk.openWaits());
    }

    @Test
    void workIsToldOfAllSitesTogetherOnly() {
        history(5);
        Days days = new Days(ZoneId.of("UTC"), FIRST, LAST);
        var both =
                new Question(days, Set.of(new SiteId(1), new SiteId(2)), true, Set.of(), Set.of(), ALL, 60_000, LATE);
        var one = new Question(days, Set.of(new SiteId(1)), false, Set.of(), Set.of(), ALL, 60_000, LATE);

        assertThat(reports.summary(both).get(Figure.WORKED)).isNotNull();
        for (Map<Figure, @Nullable Double> figures : List.of(
                reports.summary(one),
                reports.summary(one.before()),
                reports.by(one, Group.DAY).rows().getFirst().figures(),
                reports.by(one, Group.OPERATOR).rows().getFirst().figures())) {
            assertThat(figures.get(Figure.WORKED)).isNull();
            assertThat(figures.get(Figure.LOAD)).isNull();
            assertThat(figures.get(Figure.TAKEN_PER_HOUR)).isNull();
            assertThat(figures.get(Figure.TAKEN)).isNotNull();
            assertThat(figures.get(Figure.OFFERS_MISSED)).isNotNull();
        }
    }

    @Test
    void everyHourOfTheWeekIsTold() {
        List<Talk> talks = history(3);
        Question all = question(ZoneId.of("Europe/Moscow"));

        List<Reports.Hour> hours = reports.heat(all);

        assertThat(hours).hasSize(168);
        assertThat(hours.stream()
                        .mapToDouble(
                                hour -> Objects.requireNonNull(hour.figures().get(Figure.CONVERSATIONS)))
                        .sum())
                .isEqualTo(asked(all, talks, talk -> true).size());
    }

    @Test
    void nothingIsNullAndNotZero() {
        Map<Figure, @Nullable Double> figures = reports.summary(question(ZoneId.of("UTC")));

        assertThat(figures.get(Figure.CONVERSATIONS)).isEqualTo(0);
        assertThat(figures.get(Figure.ANSWER_MEAN)).isNull();
        assertThat(figures.get(Figure.SCORE)).isNull();
        assertThat(figures.get(Figure.LOAD)).isNull();
        assertThat(reports.by(question(ZoneId.of("UTC")), Group.DAY).rows()).hasSize(9);
    }

    @Test
    void visitsInvitationsAndOffersAreCountedInTheirTime() {
        ZoneId moscow = ZoneId.of("Europe/Moscow");
        rows.visit(1, 1, "2026-02-22T20:59:59Z");
        rows.visit(2, 1, "2026-02-22T21:00:00Z");
        rows.visit(3, 1, "2026-03-03T20:59:59Z");
        rows.visit(4, 1, "2026-03-03T21:00:00Z");
        rows.visit(5, 2, "2026-03-01T12:00:00Z");
        rows.invitations(1, FIRST, 10, 3, 2);
        rows.invitations(1, FIRST.minusDays(1), 100, 30, 20);
        for (int packed = 0; packed < 2; packed++) {
            Map<Figure, @Nullable Double> figures = reports.summary(question(moscow));
            assertThat(figures.get(Figure.VISITS)).isEqualTo(2);
            assertThat(figures.get(Figure.INVITED)).isEqualTo(10);
            assertThat(figures.get(Figure.INVITED_ASKED)).isEqualTo(3);
            assertThat(figures.get(Figure.INVITED_REFUSED)).isEqualTo(2);
            packer.catchUp();
        }
        assertThat(reports.summary(question(moscow, new OperatorId(11))).get(Figure.VISITS))
                .isNull();
    }

    @Test
    void goalsAreTiedToTheConversationBefore() {
        long opened = Instant.parse("2026-02-24T10:00:00Z").toEpochMilli();
        rows.add(List.of(ArchiveRows.held(7, opened, 12)));
        rows.visit(1, 1, "2026-02-24T09:00:00Z");
        rows.visit(2, 1, "2026-02-25T09:00:00Z");
        rows.visit(3, 1, "2026-02-26T09:00:00Z");
        rows.goal(1, 7, "2026-02-24T09:59:59Z", "order", 100.0);
        rows.goal(2, 7, "2026-02-24T11:00:00Z", "order", 250.5);
        rows.goal(3, 8, "2026-02-25T11:00:00Z", "call", null);

        Goals goals = reports.goals(question(ZoneId.of("UTC")));

        assertThat(goals.with()).isEqualTo(new Goals.Reached(1, 250.5));
        assertThat(goals.without()).isEqualTo(new Goals.Reached(2, 100));
        assertThat(goals.conversionWith()).isEqualTo(1);
        assertThat(goals.conversionWithout()).isEqualTo(1);
        assertThat(goals.goals()).extracting(Goals.Goal::name).containsExactly("call", "order");
        assertThat(goals.operators()).containsExactly(new Goals.OfOperator("12", new Goals.Reached(1, 250.5)));
    }
}
