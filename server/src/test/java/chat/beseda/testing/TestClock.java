package chat.beseda.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** Noon of a day in the middle of a week, in UTC. */
    public TestClock() {
        this(Instant.parse("2026-03-04T12:00:00Z"));
    }

    public TestClock(Instant now) {
        this(new AtomicReference<>(now), ZoneOffset.UTC);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** Another zone on the same hands. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
