package chat.beseda.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of one simulated conversation: shows what it was told, never goes back. Thread-safe. */
final class MovingClock extends Clock {
    private volatile long millis;

    MovingClock(long millis) {
        this.millis = millis;
    }

    /** Moves the hands forward; earlier times leave them where they are. */
    synchronized void moveTo(long time) {
        millis = Math.max(millis, time);
    }

    @Override
    public long millis() {
        return millis;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a simulated clock shows UTC only, not " + zone);
    }
}
