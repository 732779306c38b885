package chat.beseda.security;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A rate that each key (a visitor, an address) has for itself: so many in a period, so many at once. Full buckets are
 * forgotten by {@link #forgetIdle}, which somebody calls every minute. Thread-safe.
 */
public final class RateLimits {
    private final long burst;
    private final Bandwidth rate;
    private final TimeMeter meter;
    private final Map<Object, Bucket> buckets = new ConcurrentHashMap<>();

    public RateLimits(int amount, Duration period, int burst, InstantSource clock) {
        this.burst = burst;
        this.rate =
                Bandwidth.builder().capacity(burst).refillGreedy(amount, period).build();
        this.meter = new Clockwork(clock);
    }

    /** Takes one; when there is none, says after what time to try again. */
    public Optional<Duration> take(Object key) {
        var probe = buckets.computeIfAbsent(key, first -> bucket()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Drops the keys that have not used anything for so long that they may start anew. */
    public void forgetIdle() {
        buckets.values().removeIf(bucket -> bucket.getAvailableTokens() >= burst);
    }

    private Bucket bucket() {
        return Bucket.builder().addLimit(rate).withCustomTimePrecision(meter).build();
    }

    private record Clockwork(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
