package chat.beseda.delivery;

import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Asks all lines for signs of life and ends those that are silent: one ticker for all of them.
 *
 * <p>Time here is <em>attention</em>: milliseconds in which this process was awake. It is counted by a clock that nobody can
 * set, and a tick that comes too late (a pause of ours: a frozen process, a starved processor) counts as one tick, so nobody
 * is called silent for words that still wait to be read. Thread-safe.
 */
public final class Heartbeats {
    static final Duration TICK = Duration.ofMillis(500);
    /** A tick this much too late was a pause of ours. */
    private static final long PAUSE_MS = 2_000;

    private final Timers timers;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Set<Peer> peers = ConcurrentHashMap.newKeySet();
    private final AtomicLong attention = new AtomicLong();
    private long lastTick;

    /** @param nanos a clock that only runs on, such as {@link System#nanoTime} */
    public Heartbeats(Timers timers, InstantSource clock, LongSupplier nanos) {
        this.timers = timers;
        this.clock = clock;
        this.nanos = nanos;
    }

    public void start() {
        lastTick = nanos.getAsLong();
        timers.every(TICK, this::tick);
    }

    /** Milliseconds of attention so far, true to a tick. */
    long attention() {
        return attention.get();
    }

    long now() {
        return clock.millis();
    }

    /** The line is watched from now on. */
    void watch(Peer peer) {
        peers.add(peer);
    }

    void forget(Peer peer) {
        peers.remove(peer);
    }

    /** How many lines are open. */
    public int lines() {
        return peers.size();
    }

    /** Tells every client that the server restarts; the lines end. */
    public void farewell() {
        peers.forEach(Peer::restarted);
    }

    private void tick() {
        long now = nanos.getAsLong();
        long elapsed = (now - lastTick) / 1_000_000;
        lastTick = now;
        long awake = elapsed > TICK.toMillis() + PAUSE_MS ? TICK.toMillis() : elapsed;
        long sum = attention.addAndGet(awake);
        peers.forEach(peer -> peer.tick(sum));
    }
}
