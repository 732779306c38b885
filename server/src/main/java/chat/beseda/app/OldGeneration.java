package chat.beseda.app;

import chat.beseda.time.Timers;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * Has the old generation collected when much has died there. The serial collector, the lightest of a server at rest, would sooner take
 * more memory, up to a quarter of the machine's: forty reports of a year are a gigabyte of numbers that nobody needs any more. Other
 * collectors look after themselves and are left alone.
 */
final class OldGeneration {
    /** The serial collector's name of it. */
    private static final String SERIAL = "Tenured Gen";

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final long SPARE = 64L << 20;

    private OldGeneration() {}

    static void look(Timers timers) {
        pool().ifPresent(pool -> timers.every(LOOK, () -> {
            if (isWorthIt(pool.getCollectionUsage().getUsed(), pool.getUsage().getUsed())) {
                System.gc();
            }
        }));
    }

    private static Optional<MemoryPoolMXBean> pool() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(SERIAL))
                .findFirst();
    }

    /**
     * Whether as much has been added as lived through the last collection, so that a server pays in pauses no more than what its memory
     * is worth.
     *
     * @param lived bytes left by the last collection; 0 before the first
     * @param used bytes now
     */
    static boolean isWorthIt(long lived, long used) {
        return used - lived > Math.max(SPARE, lived);
    }
}
