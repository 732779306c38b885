package chat.beseda.reports;

import chat.beseda.worktime.Quarter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Tells hours of the week, fast for moments that follow each other: no hour begins within a quarter. Not thread-safe. */
final class WeekClock {
    private final ZoneId zone;
    private long lastQuarter = Long.MIN_VALUE;
    private int last;

    WeekClock(ZoneId zone) {
        this.zone = zone;
    }

    /** From 0, Monday's first. */
    int hour(long moment) {
        long quarter = Math.floorDiv(moment, Quarter.LENGTH);
        if (quarter != lastQuarter) {
            ZonedDateTime at = Instant.ofEpochMilli(moment).atZone(zone);
            lastQuarter = quarter;
            last = (at.getDayOfWeek().getValue() - 1) * 24 + at.getHour();
        }
        return last;
    }
}
