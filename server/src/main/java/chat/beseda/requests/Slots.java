package chat.beseda.requests;

import chat.beseda.hours.OpenHours;
import chat.beseda.hours.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The times for which a call can be ordered. Each begins at a round minute of the clock on the wall and lies within open hours as a
 * whole, so none is in an hour that spring skips. Pure.
 */
public final class Slots {
    /** All offsets of time zones are multiples of it. */
    private static final long STEP = Duration.ofMinutes(15).toMillis();

    private Slots() {}

    /**
     * The free times as somebody sees them.
     *
     * @param zone whose days they are
     * @param zoneKnown whether it is the client's own
     * @param soon whether a call as soon as possible can be ordered
     * @param soonAt by when such a call would come; null when it can't be ordered
     */
    public record Offer(
            ZoneId zone,
            boolean zoneKnown,
            int minutes,
            boolean soon,
            @Nullable Long soonAt,
            List<Day> days) {}

    /** The beginnings of a day, in order. */
    public record Day(LocalDate date, List<Long> slots) {}

    /**
     * Beginnings from a moment on whose slots end by another one, in order; no two slots touch the same moment.
     *
     * @param hours null: always open
     * @param zone of the clock whose round minutes are meant
     */
    static List<Long> starts(@Nullable OpenHours hours, ZoneId zone, int minutes, long from, long until) {
        List<Span> open = hours == null ? List.of(new Span(from, until)) : hours.spans(from, until);
        long length = Duration.ofMinutes(minutes).toMillis();
        var starts = new ArrayList<Long>();
        long free = from;
        for (Span span : open) {
            long start = Math.max(free, span.from());
            start = Math.ceilDiv(start, STEP) * STEP;
            for (; start + length <= span.until(); start += STEP) {
                if (start >= free && isRound(start, zone, length)) {
                    starts.add(start);
                    free = start + length;
                }
            }
        }
        return starts;
    }

    private static boolean isRound(long at, ZoneId zone, long length) {
        long offset = zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1000L;
        return Math.floorMod(at + offset, length) == 0;
    }

    static List<Day> days(List<Long> starts, ZoneId zone) {
        Map<LocalDate, List<Long>> days = new TreeMap<>();
        starts.forEach(start -> days.computeIfAbsent(
                        LocalDate.ofInstant(Instant.ofEpochMilli(start), zone), day -> new ArrayList<>())
                .add(start));
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue())))
                .toList();
    }

    /** When open minutes since a moment are over; counted plainly where it is never open. */
    static long due(@Nullable OpenHours hours, long from, int minutes) {
        Duration wait = Duration.ofMinutes(minutes);
        long plain = from + wait.toMillis();
        return hours == null ? plain : hours.after(from, wait).orElse(plain);
    }
}
