import java.util.Arrays;

/** Collects durations in nanoseconds and answers percentiles in milliseconds. Thread-safe. */
final class Percentiles {
    private long[] values = new long[1024];
    private int count;

    synchronized void add(long nanoseconds) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanoseconds;
    }

    synchronized int count() {
        return count;
    }

    /** @param part between 0 and 1; 0.5 is the median. Not a number when nothing was collected. */
    synchronized double millis(double part) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (part * count))] / 1e6;
    }
}
