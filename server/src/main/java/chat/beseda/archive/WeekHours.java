package chat.beseda.archive;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hours of the week by the clocks of a zone, counted from Monday's first as 0.
 *
 * @param hours none for all of them
 */
public record WeekHours(ZoneId zone, Set<Integer> hours) {
    public static final WeekHours ALL = new WeekHours(ZoneOffset.UTC, Set.of());

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    public WeekHours {
        hours = Set.copyOf(hours);
    }

    /**
     * Each of the hours of each of the days; an empty set stands for all.
     *
     * @param weekdays Monday is 1
     * @param hours from 0 to 23
     */
    public static WeekHours of(ZoneId zone, Set<Integer> weekdays, Set<Integer> hours) {
        if (weekdays.isEmpty() && hours.isEmpty()) {
            return ALL;
        }
        Set<Integer> days = weekdays.isEmpty() ? all(1, DAYS) : weekdays;
        Set<Integer> times = hours.isEmpty() ? all(0, HOURS) : hours;
        return new WeekHours(
                zone,
                days.stream()
                        .flatMap(day -> times.stream().map(hour -> (day - 1) * HOURS + hour))
                        .collect(Collectors.toSet()));
    }

    private static Set<Integer> all(int from, int count) {
        return IntStream.range(from, from + count).boxed().collect(Collectors.toSet());
    }

    /**
     * How far clocks are ahead of UTC.
     *
     * @param until when that ends
     * @param ahead milliseconds
     */
    record Ahead(long until, long ahead) {}

    /** How far the zone's clocks are ahead in a time, in order; the last one goes on for ever. Times are UTC epoch milliseconds. */
    List<Ahead> ahead(long from, long until) {
        var all = new ArrayList<Ahead>();
        Instant at = Instant.ofEpochMilli(from);
        ZoneOffsetTransition next = zone.getRules().nextTransition(at);
        while (next != null && next.getInstant().toEpochMilli() < until) {
            all.add(new Ahead(next.getInstant().toEpochMilli(), millis(next.getOffsetBefore())));
            at = next.getInstant();
            next = zone.getRules().nextTransition(at);
        }
        all.add(new Ahead(Long.MAX_VALUE, millis(zone.getRules().getOffset(at))));
        return all;
    }

    private static long millis(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }
}
