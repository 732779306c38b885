package chat.beseda.sites;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Where the past begins that a visitor's window shows: as a rule, with his day. */
public final class Today {
    private Today() {}

    /**
     * The beginning, UTC epoch milliseconds.
     *
     * @param zone as the visitor's browser names it; the site's own is taken when it makes no sense
     */
    public static long start(Site site, String zone, Clock clock) {
        return switch (site.todaySpan()) {
            case TodaySpan.CalendarDay() -> midnight(zone(zone, site.timeZone()), 0, clock);
            case TodaySpan.Days(int days) -> midnight(zone(zone, site.timeZone()), days - 1, clock);
            case TodaySpan.Hours(int hours) ->
                clock.millis() - Duration.ofHours(hours).toMillis();
            case TodaySpan.Everything() -> 0;
        };
    }

    private static long midnight(ZoneId where, int daysAgo, Clock clock) {
        return clock.instant()
                .atZone(where)
                .toLocalDate()
                .minusDays(daysAgo)
                .atStartOfDay(where)
                .toInstant()
                .toEpochMilli();
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException hostile) {
            return otherwise;
        }
    }
}
