package chat.beseda.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happened, however it lies to midnight and to the changes of clocks. */
class WorkedTimePropertyTest {
    private static final long STEP = 1_000;
    /** The last days before clocks change in Berlin, in spring and in autumn. */
    private static final List<LocalDate> STARTS = List.of(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 10, 23));

    private static final ZoneId NEPAL = ZoneId.of("Asia/Kathmandu");

    /** What happened within some days, in seconds since their beginning. */
    record History(Days days, List<Shift> shifts, List<Held> held) {}

    record Piece(int operator, OperatorState state, Shift.Cause cause, int from, int length) {}

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Days> days = Combinators.combine(
                        Arbitraries.of(STARTS),
                        Arbitraries.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Europe/Moscow"), NEPAL),
                        Arbitraries.integers().between(0, 5))
                .as((start, zone, more) -> new Days(zone, start, start.plusDays(more)));
        return Combinators.combine(days, pieces(), pieces())
                .as((span, seen, talks) -> new History(
                        span,
                        seen.stream().map(piece -> shift(span, piece)).toList(),
                        talks.stream().map(piece -> held(span, piece)).toList()));
    }

    private static Arbitrary<List<Piece>> pieces() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(-100_000, 600_000);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(OperatorState.class),
                        Arbitraries.of(Shift.Cause.class),
                        seconds,
                        Arbitraries.integers().between(0, 200_000))
                .as(Piece::new)
                .list()
                .ofMaxSize(14);
    }

    private static Shift shift(Days days, Piece piece) {
        long from = days.time().from() + piece.from() * STEP;
        return new Shift(
                new OperatorId(piece.operator()), piece.state(), piece.cause(), from, from + piece.length() * STEP);
    }

    private static Held held(Days days, Piece piece) {
        long from = days.time().from() + piece.from() * STEP;
        return new Held(new OperatorId(piece.operator()), new Interval(from, from + piece.length() * STEP));
    }

    private static List<WorkedDay> worked(History history, Days days) {
        return WorkedTime.of(history.shifts(), history.held(), List.of(), days);
    }

    @Property(tries = 500)
    void theDaysAreTogetherTheWhole(@ForAll("histories") History history) {
        Days all = history.days();
        List<ToLongFunction<WorkedDay>> figures = List.of(
                WorkedDay::online,
                WorkedDay::away,
                WorkedDay::inConversation,
                WorkedDay::held,
                day -> day.away(Stretch.Reason.MISSED));
        for (ToLongFunction<WorkedDay> figure : figures) {
            long whole = worked(history, all).stream().mapToLong(figure).sum();
            long one = all.all().stream()
                    .flatMap(date -> worked(history, Days.one(all.zone(), date)).stream())
                    .mapToLong(figure)
                    .sum();
            assertThat(one).isEqualTo(whole);
        }
    }

    @Property(tries = 500)
    void noDayIsFullerThanItIsLong(@ForAll("histories") History history) {
        assertThat(worked(history, history.days())).allSatisfy(day -> {
            assertThat(day.online() + day.away()).isLessThanOrEqualTo(day.time().length());
            assertThat(day.inConversation()).isBetween(0L, day.online());
            assertThat(day.held()).isGreaterThanOrEqualTo(day.inConversation());
            assertThat(day.first()).isGreaterThanOrEqualTo(day.time().from());
            assertThat(day.last()).isLessThanOrEqualTo(day.time().until());
        });
    }

    @Property(tries = 300)
    void theQuartersOfADayAreTheDay(@ForAll("histories") History history) {
        Days one = Days.one(history.days().zone(), history.days().from().plusDays(2));
        List<Quarter> quarters = Quarters.of(history.shifts(), history.held(), one.time());
        List<WorkedDay> day = worked(history, one);

        assertThat(quarters.stream().mapToLong(Quarter::online).sum())
                .isEqualTo(day.stream().mapToLong(WorkedDay::online).sum());
        assertThat(quarters.stream().mapToLong(Quarter::held).sum())
                .isEqualTo(day.stream().mapToLong(WorkedDay::held).sum());
        assertThat(quarters.stream().mapToLong(Quarter::inConversation).sum())
                .isEqualTo(day.stream().mapToLong(WorkedDay::inConversation).sum());
    }

    /** Asked for each second apart, as slowly as it can be told. */
    @Property(tries = 60)
    void itIsWhatCountingSecondsGives(@ForAll("histories") History history) {
        Days one = Days.one(history.days().zone(), history.days().from().plusDays(2));
        for (OperatorId operator : List.of(new OperatorId(1), new OperatorId(2))) {
            long[] counted = counted(history, operator, one.time());
            List<WorkedDay> days = worked(history, one).stream()
                    .filter(day -> day.operator().equals(operator))
                    .toList();
            assertThat(days.stream().mapToLong(WorkedDay::online).sum()).isEqualTo(counted[0] * STEP);
            assertThat(days.stream().mapToLong(WorkedDay::away).sum()).isEqualTo(counted[1] * STEP);
            assertThat(days.stream().mapToLong(WorkedDay::inConversation).sum()).isEqualTo(counted[2] * STEP);
            assertThat(days.stream().mapToLong(WorkedDay::held).sum()).isEqualTo(counted[3] * STEP);
        }
    }

    /** Seconds online, away, in conversation, and of conversations. */
    private static long[] counted(History history, OperatorId operator, Interval day) {
        List<Shift> own = history.shifts().stream()
                .filter(shift -> shift.operator().equals(operator))
                .sorted(Comparator.comparingLong(Shift::from))
                .toList();
        long[] counted = new long[4];
        for (long second = day.from(); second < day.until(); second += STEP) {
            long now = second;
            OperatorState state = own.stream()
                    .filter(shift -> shift.from() <= now)
                    .reduce((before, later) -> later)
                    .filter(shift -> now < shift.until())
                    .map(Shift::state)
                    .orElse(OperatorState.OFF);
            long talks = history.held().stream()
                    .filter(held -> held.operator().equals(operator))
                    .filter(held ->
                            held.time().from() <= now && now < held.time().until())
                    .count();
            counted[0] += state == OperatorState.ONLINE ? 1 : 0;
            counted[1] += state == OperatorState.AWAY ? 1 : 0;
            counted[2] += state == OperatorState.ONLINE && talks > 0 ? 1 : 0;
            counted[3] += state == OperatorState.ONLINE ? talks : 0;
        }
        return counted;
    }
}
