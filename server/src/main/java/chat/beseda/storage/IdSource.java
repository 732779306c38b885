package chat.beseda.storage;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the 64-bit ids of rows: milliseconds since 2026 above, a counter below, so that newer is larger and neighbours in time
 * are neighbours on disk. Unique within one process; never repeated or decreasing when the clock steps back. Thread-safe.
 */
public final class IdSource {
    private static final long START = 1_767_225_600_000L;
    private static final int COUNTER_BITS = 20;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    public IdSource(Clock clock) {
        this.clock = clock;
    }

    /** Ids that are made at the time, UTC epoch milliseconds, or later are not below this one; those made before are. */
    public static long firstAt(long millis) {
        return Math.max(0, millis - START) << COUNTER_BITS;
    }

    public long next() {
        long now = (clock.millis() - START) << COUNTER_BITS;
        return last.updateAndGet(previous -> Math.max(previous + 1, now));
    }
}
