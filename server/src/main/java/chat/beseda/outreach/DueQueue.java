package chat.beseda.outreach;

import chat.beseda.visitors.VisitorId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Whom to look at when: one place in one queue for each visitor on line, no timer. Who is to be looked at later than he already
 * stands keeps his place, is looked at then, and moves on: page moves cost nothing here. Thread-safe.
 */
final class DueQueue {
    private final PriorityQueue<Place> queue = new PriorityQueue<>(Comparator.comparingLong(Place::at));
    private final Map<VisitorId, Long> standing = new HashMap<>();

    private record Place(long at, VisitorId visitor) {}

    synchronized void put(VisitorId visitor, long at) {
        if (at == Condition.NEVER) {
            return;
        }
        Long before = standing.get(visitor);
        if (before == null || at < before) {
            standing.put(visitor, at);
            queue.add(new Place(at, visitor));
        }
    }

    synchronized void forget(VisitorId visitor) {
        standing.remove(visitor);
    }

    /** Takes out everybody whose time has come. */
    synchronized List<VisitorId> due(long now) {
        var due = new ArrayList<VisitorId>();
        for (Place first = queue.peek(); first != null && first.at() <= now; first = queue.peek()) {
            queue.remove();
            if (standing.remove(first.visitor(), first.at())) {
                due.add(first.visitor());
            }
        }
        return due;
    }

    /** Places in the queue, those that somebody has left for an earlier one included. */
    synchronized int size() {
        return queue.size();
    }
}
