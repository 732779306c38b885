package chat.beseda.worktime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time without its end; UTC epoch milliseconds. */
public record Interval(long from, long until) {

    public long length() {
        return until - from;
    }

    /** What of it is in another one; none when nothing is. */
    Optional<Interval> within(Interval other) {
        long start = Math.max(from, other.from);
        long end = Math.min(until, other.until);
        return start < end ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    /** The time that is in any of them, in order and without overlaps. */
    static List<Interval> union(List<Interval> all) {
        var united = new ArrayList<Interval>();
        for (Interval next :
                all.stream().sorted(Comparator.comparingLong(Interval::from)).toList()) {
            Interval last = united.isEmpty() ? null : united.getLast();
            if (last != null && next.from <= last.until) {
                united.set(united.size() - 1, new Interval(last.from, Math.max(last.until, next.until)));
            } else {
                united.add(next);
            }
        }
        return united;
    }

    static long sum(List<Interval> all) {
        return all.stream().mapToLong(Interval::length).sum();
    }
}
