package chat.beseda.showing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Hours of days of the week, in a site's time zone.
 *
 * @param days on which the hours begin; none of them is never
 * @param from minute of the day
 * @param to minute of the day, itself no more in; not after {@code from}: through midnight into the next day
 */
public record Schedule(List<Day> days, int from, int to) {
    public static final int DAY = 24 * 60;
    private static final int WEEK_AND_A_DAY = 8;

    /** A day of the week. */
    public enum Day {
        @JsonProperty("mon")
        MONDAY,
        @JsonProperty("tue")
        TUESDAY,
        @JsonProperty("wed")
        WEDNESDAY,
        @JsonProperty("thu")
        THURSDAY,
        @JsonProperty("fri")
        FRIDAY,
        @JsonProperty("sat")
        SATURDAY,
        @JsonProperty("sun")
        SUNDAY
    }

    public Schedule {
        days = List.copyOf(days);
    }

    boolean isOpen(long now, ZoneId zone) {
        ZonedDateTime here = Instant.ofEpochMilli(now).atZone(zone);
        int minute = here.toLocalTime().toSecondOfDay() / 60;
        if (from < to) {
            return has(here.getDayOfWeek()) && minute >= from && minute < to;
        }
        return (has(here.getDayOfWeek()) && minute >= from)
                || (has(here.getDayOfWeek().minus(1)) && minute < to);
    }

    /** When it is open next, now included; {@link Long#MAX_VALUE} for never. */
    public long nextOpen(long now, ZoneId zone) {
        if (isOpen(now, zone)) {
            return now;
        }
        ZonedDateTime here = Instant.ofEpochMilli(now).atZone(zone);
        for (int ahead = 0; ahead < WEEK_AND_A_DAY; ahead++) {
            ZonedDateTime opening = here.toLocalDate()
                    .plusDays(ahead)
                    .atTime(LocalTime.ofSecondOfDay(from * 60L))
                    .atZone(zone);
            long at = opening.toInstant().toEpochMilli();
            if (at > now && isOpen(at, zone)) {
                return at;
            }
        }
        return Long.MAX_VALUE;
    }

    private boolean has(DayOfWeek day) {
        return days.contains(Day.valueOf(day.name()));
    }
}
