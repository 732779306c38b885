package chat.beseda.operators;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
        lines.compute(operator, (id, known) -> {
            if (known == null) {
                bus.publish(new OperatorPresenceChanged(id));
                return Set.of(line);
            }
            return with(known, line);
        });
    }

    /** Forgets a line; with the last one the operator is not connected any more. */
    public void disconnected(OperatorId operator, String line) {
        lines.computeIfPresent(operator, (id, known) -> {
            Set<String> left = without(known, line);
            if (left.isEmpty()) {
                operators.heard(id);
                bus.publish(new OperatorPresenceChanged(id));
                return null;
            }
            return left;
        });
    }

    public boolean isConnected(OperatorId operator) {
        return lines.containsKey(operator);
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
