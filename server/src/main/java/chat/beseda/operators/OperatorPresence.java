package chat.beseda.operators;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Which operators' consoles are connected, in memory. A console may hold several lines: tabs. One whose last line ended is not
 * asked anything more at once, and shown as gone a little later, so that loading a page anew is no coming and going.
 * Thread-safe.
 */
public final class OperatorPresence {
    /** Loading the console anew takes no longer. */
    static final Duration RELOAD = Duration.ofSeconds(5);

    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Operators operators;
    private final Bus bus;
    private final InstantSource clock;
    private final ConcurrentHashMap<OperatorId, Set<String>> lines = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<OperatorId, Gone> gone = new ConcurrentHashMap<>();

    public OperatorPresence(Operators operators, Bus bus, InstantSource clock) {
        this.operators = operators;
        this.bus = bus;
        this.clock = clock;
    }

    /** Tells, until the timers stop, when somebody is shown as gone. */
    public void keep(Timers timers) {
        timers.every(SWEEP, this::showGone);
    }

    /** Notes a line of an operator's console; the same line twice counts once. */
    public void connected(OperatorId operator, String line) {
        var first = new AtomicBoolean();
        lines.compute(operator, (id, known) -> {
            first.set(known == null);
            return known == null ? Set.of(line) : with(known, line);
        });
        if (first.get()) {
            gone.remove(operator);
            bus.publish(new OperatorPresenceChanged(operator));
        }
    }

    /** Forgets a line that was heard to its end. */
    public void disconnected(OperatorId operator, String line) {
        disconnected(operator, line, Duration.ZERO);
    }

    /**
     * Forgets a line; with the last one the operator is not connected any more.
     *
     * @param silent how long nothing had been heard on it
     */
    public void disconnected(OperatorId operator, String line, Duration silent) {
        var last = new AtomicBoolean();
        lines.computeIfPresent(operator, (id, known) -> {
            Set<String> left = without(known, line);
            last.set(left.isEmpty());
            return left.isEmpty() ? null : left;
        });
        // Told only now: whoever hears it and looks must already find them gone.
        if (last.get()) {
            long now = clock.millis();
            gone.put(operator, new Gone(now, now - silent.toMillis()));
            operators.heard(operator);
            bus.publish(new OperatorPresenceChanged(operator));
        }
    }

    /** A line is there at this moment. */
    public boolean isConnected(OperatorId operator) {
        return lines.containsKey(operator);
    }

    /** Another line than this one is there at this moment. */
    public boolean isConnectedBeside(OperatorId operator, String line) {
        return lines.getOrDefault(operator, Set.of()).stream().anyMatch(other -> !other.equals(line));
    }

    /** A line is there, or was a moment ago: they may be loading the console anew. */
    public boolean isShown(OperatorId operator) {
        Gone left = gone.get(operator);
        return isConnected(operator) || (left != null && clock.millis() < left.noticedAt() + RELOAD.toMillis());
    }

    /** When one who is not connected was last heard, UTC epoch milliseconds; null while connected, and when never seen. */
    @Nullable
    public Long lastHeardAt(OperatorId operator) {
        Gone left = gone.get(operator);
        return left == null ? null : left.heardAt();
    }

    /** Says online, is connected at this moment, and is not disabled: may be asked something now. */
    public boolean isReachable(Operator operator) {
        return isAvailable(operator) && isConnected(operator.id());
    }

    /** Says online, is shown as connected, and is not disabled. */
    public boolean isOnLine(Operator operator) {
        return isAvailable(operator) && isShown(operator.id());
    }

    private static boolean isAvailable(Operator operator) {
        return operator.state() == OperatorState.ONLINE && !operator.disabled();
    }

    /** Those on line who serve the site. */
    public List<Operator> onLine(SiteId site) {
        return operators.all().stream()
                .filter(operator -> operator.serves(site) && isOnLine(operator))
                .toList();
    }

    private void showGone() {
        gone.forEach((operator, left) -> {
            boolean due = !left.shown() && clock.millis() >= left.noticedAt() + RELOAD.toMillis();
            if (due && gone.replace(operator, left, left.told())) {
                bus.publish(new OperatorPresenceChanged(operator));
            }
        });
    }

    private static Set<String> with(Set<String> lines, String line) {
        var more = new HashSet<>(lines);
        more.add(line);
        return Set.copyOf(more);
    }

    private static Set<String> without(Set<String> lines, String line) {
        var fewer = new HashSet<>(lines);
        fewer.remove(line);
        return Set.copyOf(fewer);
    }

    private record Gone(long noticedAt, long heardAt, boolean shown) {
        Gone(long noticedAt, long heardAt) {
            this(noticedAt, heardAt, false);
        }

        Gone told() {
            return new Gone(noticedAt, heardAt, true);
        }
    }
}
