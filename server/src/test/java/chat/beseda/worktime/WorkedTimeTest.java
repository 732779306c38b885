package chat.beseda.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days as they are on the wall of whoever worked them. */
class WorkedTimeTest {
    private static final OperatorId ANNA = new OperatorId(1);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private static long at(ZoneId zone, String moment) {
        return LocalDateTime.parse(moment).atZone(zone).toInstant().toEpochMilli();
    }

    private static Shift shift(OperatorState state, Shift.Cause cause, ZoneId zone, String from, String until) {
        return new Shift(ANNA, state, cause, at(zone, from), at(zone, until));
    }

    private static Shift online(ZoneId zone, String from, String until) {
        return shift(OperatorState.ONLINE, Shift.Cause.CONNECTED, zone, from, until);
    }

    private static Held held(String from, String until) {
        return new Held(ANNA, new Interval(at(MOSCOW, from), at(MOSCOW, until)));
    }

    private static long minutes(long minutes) {
        return Duration.ofMinutes(minutes).toMillis();
    }

    @Test
    void aDayHasItsTimeOnlineAndAwayByReasonAndItsFirstAndLastSign() {
        List<Shift> shifts = List.of(
                online(MOSCOW, "2026-03-03T09:00:00", "2026-03-03T12:00:00"),
                shift(OperatorState.AWAY, Shift.Cause.OWN, MOSCOW, "2026-03-03T12:00:00", "2026-03-03T12:40:00"),
                online(MOSCOW, "2026-03-03T12:40:00", "2026-03-03T15:00:00"),
                shift(OperatorState.AWAY, Shift.Cause.MISSED, MOSCOW, "2026-03-03T15:00:00", "2026-03-03T15:05:00"),
                shift(OperatorState.AWAY, Shift.Cause.IDLE, MOSCOW, "2026-03-03T15:05:00", "2026-03-03T15:15:00"),
                shift(OperatorState.OFF, Shift.Cause.LOST, MOSCOW, "2026-03-03T15:15:00", "2026-03-03T15:15:00"),
                shift(OperatorState.AWAY, Shift.Cause.CONNECTED, MOSCOW, "2026-03-03T17:00:00", "2026-03-03T17:00:01"));

        WorkedDay day = WorkedTime.of(shifts, List.of(), List.of(), Days.one(MOSCOW, TUESDAY))
                .getFirst();

        assertThat(day.online()).isEqualTo(minutes(180 + 140));
        assertThat(day.away(Stretch.Reason.OWN)).isEqualTo(minutes(40) + 1_000);
        assertThat(day.away(Stretch.Reason.MISSED)).isEqualTo(minutes(5));
        assertThat(day.away(Stretch.Reason.IDLE)).isEqualTo(minutes(10));
        assertThat(day.first()).isEqualTo(at(MOSCOW, "2026-03-03T09:00:00"));
        assertThat(day.last()).isEqualTo(at(MOSCOW, "2026-03-03T17:00:01"));
    }

    @Test
    void aNightIsTwoDaysInTheZoneLookedAtAndOneInAnother() {
        List<Shift> night = List.of(online(MOSCOW, "2026-03-03T22:00:00", "2026-03-04T02:30:00"));
        Days days = new Days(MOSCOW, TUESDAY, TUESDAY.plusDays(1));

        assertThat(WorkedTime.of(night, List.of(), List.of(), days))
                .extracting(WorkedDay::online)
                .containsExactly(minutes(120), minutes(150));
        assertThat(WorkedTime.of(night, List.of(), List.of(), new Days(ZoneId.of("UTC"), TUESDAY, TUESDAY)))
                .extracting(WorkedDay::online)
                .containsExactly(minutes(270));
    }

    @Test
    void theDayClocksAreChangedIsAsLongAsItIs() {
        LocalDate spring = LocalDate.of(2026, 3, 29);
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        List<Shift> whole = List.of(
                online(BERLIN, "2026-03-29T00:00:00", "2026-03-30T00:00:00"),
                online(BERLIN, "2026-10-25T00:00:00", "2026-10-26T00:00:00"));

        assertThat(WorkedTime.of(whole, List.of(), List.of(), Days.one(BERLIN, spring)))
                .extracting(WorkedDay::online)
                .containsExactly(minutes(23 * 60));
        assertThat(WorkedTime.of(whole, List.of(), List.of(), Days.one(BERLIN, autumn)))
                .extracting(WorkedDay::online)
                .containsExactly(minutes(25 * 60));
    }

    @Test
    void conversationsCountOnceHoweverManyAndOnlyWhileOnline() {
        List<Shift> shifts = List.of(
                online(MOSCOW, "2026-03-03T09:00:00", "2026-03-03T10:00:00"),
                shift(OperatorState.AWAY, Shift.Cause.OWN, MOSCOW, "2026-03-03T10:00:00", "2026-03-03T11:00:00"));
        List<Held> held = List.of(
                held("2026-03-03T08:50:00", "2026-03-03T09:20:00"),
                held("2026-03-03T09:10:00", "2026-03-03T09:30:00"),
                held("2026-03-03T09:50:00", "2026-03-03T10:30:00"));

        WorkedDay day = WorkedTime.of(shifts, held, List.of(), Days.one(MOSCOW, TUESDAY))
                .getFirst();

        assertThat(day.inConversation()).isEqualTo(minutes(40));
        assertThat(day.held()).isEqualTo(minutes(50));
    }

    @Test
    void aCorrectionIsBesideWhatWasSeenAndItsWithdrawalUndoesIt() {
        OperatorId boss = new OperatorId(9);
        var forgot = new Correction(
                1, ANNA, TUESDAY, MOSCOW, Correction.Kind.ONLINE, 3_600, "Отвечала по телефону", boss, 5, null);
        var undone = new Correction(2, ANNA, TUESDAY, MOSCOW, Correction.Kind.ONLINE, -3_600, "Ошибка", boss, 6, 1L);

        List<WorkedDay> days = WorkedTime.of(List.of(), List.of(), List.of(forgot), Days.one(MOSCOW, TUESDAY));

        assertThat(days).extracting(WorkedDay::online).containsExactly(0L);
        assertThat(days).extracting(WorkedDay::correctedOnline).containsExactly(minutes(60));
        assertThat(WorkedTime.of(List.of(), List.of(), List.of(forgot, undone), Days.one(MOSCOW, TUESDAY)))
                .isEmpty();
    }
}
