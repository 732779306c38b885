package chat.beseda.schedules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** How often a report goes out, each time about whole days that are over. */
public enum Cadence {
    /** Every day, of the day before. */
    DAY,
    /** On Mondays, of the week before. */
    WEEK,
    /** On the first, of the month before. */
    MONTH;

    /**
     * When a report goes out, and of which days it is.
     *
     * @param day of sending
     * @param at its moment; where clocks are set forward over it, as much later
     */
    public record Due(LocalDate day, Instant at, LocalDate first, LocalDate last) {}

    /** The first report after a moment. */
    public Due after(Instant moment, ZoneId zone, LocalTime time) {
        Due due = of(first(moment.atZone(zone).toLocalDate()), zone, time);
        return due.at().isAfter(moment) ? due : of(first(due.day().plusDays(1)), zone, time);
    }

    /** The report that goes out on one of its days. */
    public Due of(LocalDate day, ZoneId zone, LocalTime time) {
        LocalDate first = switch (this) {
            case DAY -> day.minusDays(1);
            case WEEK -> day.minusWeeks(1);
            case MONTH -> day.minusMonths(1);
        };
        return new Due(day, day.atTime(time).atZone(zone).toInstant(), first, day.minusDays(1));
    }

    /** The day itself when it is one of sending, else the next that is. */
    private LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.getDayOfMonth() == 1 ? day : day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }
}
