package chat.beseda.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenHoursTest {
    private static final List<Range> DAY = List.of(new Range(540, 780), new Range(840, 1080));
    private static final List<Range> CLOSED = List.of();
    private static final List<Range> WHOLE = List.of(new Range(0, Range.DAY));
    private static final OpenHours OFFICE = new OpenHours(
            ZoneId.of("Europe/Moscow"),
            List.of(DAY, DAY, DAY, DAY, DAY, CLOSED, CLOSED),
            List.of(
                    new SpecialDay(LocalDate.of(2020, 1, 1), true, "Новый год", CLOSED),
                    new SpecialDay(LocalDate.of(2027, 1, 1), false, "", List.of(new Range(600, 660))),
                    new SpecialDay(LocalDate.of(2026, 11, 4), false, "День народного единства", CLOSED)));

    @Test
    void lunchAndTheWeekendAreClosed() {
        assertThat(OFFICE.isOpen(at("2026-11-20T12:59:59"))).isTrue();
        assertThat(OFFICE.isOpen(at("2026-11-20T13:00"))).isFalse();
        assertThat(OFFICE.opensNext(at("2026-11-20T13:00"))).hasValue(at("2026-11-20T14:00"));
        assertThat(OFFICE.opensNext(at("2026-11-20T18:00"))).hasValue(at("2026-11-23T09:00"));
        assertThat(OFFICE.closesNext(at("2026-11-20T18:00"))).hasValue(at("2026-11-23T13:00"));
        assertThat(OFFICE.closesNext(at("2026-11-20T10:00"))).hasValue(at("2026-11-20T13:00"));
    }

    @Test
    void aQuestionOfFridayNightHasWaitedOnMondayMorningForItsMinutesOnly() {
        assertThat(OFFICE.openTime(at("2026-11-20T17:58"), at("2026-11-23T09:03")))
                .isEqualTo(Duration.ofMinutes(5).toMillis());
        assertThat(OFFICE.after(at("2026-11-20T17:58"), Duration.ofMinutes(5))).hasValue(at("2026-11-23T09:03"));
    }

    @Test
    void aDayOfOneYearGoesBeforeOneOfEveryYear() {
        assertThat(OFFICE.isOpen(at("2026-01-01T10:30"))).isFalse();
        assertThat(OFFICE.isOpen(at("2027-01-01T10:30"))).isTrue();
        assertThat(OFFICE.opensNext(at("2026-11-04T10:00"))).hasValue(at("2026-11-05T09:00"));
    }

    @Test
    void whatNeverClosesOrNeverOpensHasNoSuchMoment() {
        var always =
                new OpenHours(ZoneId.of("UTC"), List.of(WHOLE, WHOLE, WHOLE, WHOLE, WHOLE, WHOLE, WHOLE), List.of());
        var never = new OpenHours(
                ZoneId.of("UTC"), List.of(CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED), List.of());
        long now = at("2026-11-20T13:00");
        assertThat(always.opensNext(now)).hasValue(now);
        assertThat(always.closesNext(now)).isEmpty();
        assertThat(always.spans(now, now + 1_000_000_000)).containsExactly(new Span(now, now + 1_000_000_000));
        assertThat(never.opensNext(now)).isEmpty();
        assertThat(never.closesNext(now)).isEmpty();
        assertThat(never.after(now, Duration.ofMinutes(1))).isEmpty();
        assertThat(never.spans(now, now + 1_000_000_000)).isEmpty();
    }

    @Test
    void theOneOpenDayOfTheYearIsFound() {
        var yearly = new OpenHours(
                ZoneId.of("UTC"),
                List.of(CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED, CLOSED),
                List.of(new SpecialDay(LocalDate.of(2000, 5, 9), true, "", WHOLE)));
        assertThat(yearly.opensNext(
                        ZonedDateTime.parse("2026-05-10T00:00Z").toInstant().toEpochMilli()))
                .hasValue(ZonedDateTime.parse("2027-05-09T00:00Z").toInstant().toEpochMilli());
    }

    private static long at(String moscow) {
        return ZonedDateTime.parse(moscow + "+03:00[Europe/Moscow]").toInstant().toEpochMilli();
    }
}
