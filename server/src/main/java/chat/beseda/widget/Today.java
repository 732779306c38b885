package chat.beseda.widget;

import chat.beseda.sites.Site;
import chat.beseda.sites.TodaySpan;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/** Where "today's conversation" begins for a visitor. */
final class Today {
    private Today() {}

    /**
     * The beginning, UTC epoch milliseconds.
     *
     * @param zone as the visitor's browser names it; the site's own is taken when it makes no sense
     */
    static long start(Site site, String zone, Clock clock) {
        return switch (site.todaySpan()) {
            case TodaySpan.CalendarDay() -> {
                ZoneId where = zone(zone, site.timeZone());
                yield clock.instant()
                        .atZone(where)
                        .toLocalDate()
                        .atStartOfDay(where)
                        .toInstant()
                        .toEpochMilli();
            }
            case TodaySpan.Hours(int hours) ->
                clock.millis() - Duration.ofHours(hours).toMillis();
        };
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException hostile) {
            return otherwise;
        }
    }
}
