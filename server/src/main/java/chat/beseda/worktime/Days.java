package chat.beseda.worktime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whole days in a time zone, the first and the last included. A day lasts as long as it lasts there: 23 or 25 hours when clocks are
 * changed.
 */
public record Days(ZoneId zone, LocalDate from, LocalDate until) {

    public static Days one(ZoneId zone, LocalDate date) {
        return new Days(zone, date, date);
    }

    public long count() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    public List<LocalDate> all() {
        return from.datesUntil(until.plusDays(1)).toList();
    }

    /** All of it. */
    public Interval time() {
        return new Interval(start(from), start(until.plusDays(1)));
    }

    /** One of its days. */
    public Interval of(LocalDate date) {
        return new Interval(start(date), start(date.plusDays(1)));
    }

    /** As many days, just before these. */
    public Days before() {
        return new Days(zone, from.minusDays(count()), from.minusDays(1));
    }

    LocalDate dateAt(long moment) {
        return Instant.ofEpochMilli(moment).atZone(zone).toLocalDate();
    }

    private long start(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
