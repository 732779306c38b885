package chat.beseda.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When clients are to come back: not all at the same moment. As thread-safe as its chance. */
final class RetryDelays {
    private static final int FROM_MS = 1_000;
    private static final int TO_MS = 5_000;

    private final RandomGenerator chance;

    RetryDelays(RandomGenerator chance) {
        this.chance = chance;
    }

    /** After trouble: one to five seconds. */
    Duration next() {
        return Duration.ofMillis(chance.nextInt(FROM_MS, TO_MS));
    }

    /** While the server restarts: up to five seconds. */
    Duration atRestart() {
        return Duration.ofMillis(chance.nextInt(TO_MS));
    }
}
