package chat.beseda.operators;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Which operators' consoles are connected, in memory. A console may hold several lines: tabs. Thread-safe. */
public final class OperatorPresence {
    private final Operators operators;
    private final Bus bus;
    private final ConcurrentHashMap<OperatorId, Set<String>> lines = new ConcurrentHashMap<>();

    public OperatorPresence(Operators operators, Bus bus) {
        this.operators = operators;
        this.bus = bus;
    }

    /** Notes a line of an operator's console; the same line twice counts once. */
    public void connected(OperatorId operator, String line) {
        var first = new AtomicBoolean();
        lines.compute(operator, (id, known) -> {
            first.set(known == null);
            return known == null ? Set.of(line) : with(known, line);
        });
        if (first.get()) {
            bus.publish(new OperatorPresenceChanged(operator));
        }
    }

    /** Forgets a line; with the last one the operator is not connected any more. */
    public void disconnected(OperatorId operator, String line) {
        var last = new AtomicBoolean();
        lines.computeIfPresent(operator, (id, known) -> {
            Set<String> left = without(known, line);
            last.set(left.isEmpty());
            return left.isEmpty() ? null : left;
        });
        // Told only now: whoever hears it and looks must already find them gone.
        if (last.get()) {
            operators.heard(operator);
            bus.publish(new OperatorPresenceChanged(operator));
        }
    }

    public boolean isConnected(OperatorId operator) {
        return lines.containsKey(operator);
    }

    /** Says online, is connected at this moment, and is not disabled: may be asked something now. */
    public boolean isReachable(Operator operator) {
        return operator.state() == OperatorState.ONLINE && !operator.disabled() && isConnected(operator.id());
    }

    /** Says online, is connected, and is not disabled. */
    public boolean isOnLine(Operator operator) {
        return operator.state() == OperatorState.ONLINE && !operator.disabled() && isConnected(operator.id());
    }

    /** Those on line who serve the site. */
    public List<Operator> onLine(SiteId site) {
        return operators.all().stream()
                .filter(operator -> operator.serves(site) && isOnLine(operator))
                .toList();
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
}
