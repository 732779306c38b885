package chat.beseda.requests;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;

/**
 * When the working day ends where a client is, to call first whom one cannot call much longer. A working day is from nine to six.
 *
 * @param group 0: it is a working day there now; 1: it is over, or has not begun; 2: nobody knows where he is
 * @param moment when it ends, or begins next; UTC epoch milliseconds
 */
public record DayEnd(int group, long moment) implements Comparable<DayEnd> {
    static final LocalTime BEGIN = LocalTime.of(9, 0);
    static final LocalTime END = LocalTime.of(18, 0);
    private static final DayEnd UNKNOWN = new DayEnd(2, 0);

    /**
     * The one of a zone.
     *
     * @param zone empty where unknown
     */
    public static DayEnd of(String zone, long now) {
        if (zone.isEmpty()) {
            return UNKNOWN;
        }
        ZonedDateTime there = Instant.ofEpochMilli(now).atZone(ZoneId.of(zone));
        ZonedDateTime begins = there.with(BEGIN);
        ZonedDateTime ends = there.with(END);
        if (there.isBefore(begins)) {
            return new DayEnd(1, begins.toInstant().toEpochMilli());
        }
        return there.isBefore(ends)
                ? new DayEnd(0, ends.toInstant().toEpochMilli())
                : new DayEnd(1, begins.plusDays(1).toInstant().toEpochMilli());
    }

    @Override
    public int compareTo(DayEnd other) {
        return Comparator.comparingInt(DayEnd::group)
                .thenComparingLong(DayEnd::moment)
                .compare(this, other);
    }
}
