package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The questions that can be offered now, in a lane for each set of operators who could take them: where the first of a lane finds
 * nobody, nobody is there for the others either, so a long queue costs no more than a short one. A question somebody has said no
 * to has a lane of its own: others can take it than those around it. For one thread.
 */
final class QueueLanes {
    /** Of the whole queue, whatever the lane. */
    static final Comparator<Question> ORDER = Comparator.comparingInt(
                    (Question question) -> -question.rules().priority())
            .thenComparing(question -> !question.ahead())
            .thenComparingLong(Question::since)
            .thenComparingLong(question -> question.id().value());

    private final Map<Lane, NavigableSet<Question>> lanes = new HashMap<>();
    private final Rests rests;

    /** What decides who can take a question. */
    private record Lane(
            SiteId site,
            @Nullable DepartmentId department,
            Set<String> wants,
            @Nullable ConversationId refused) {}

    /** @param rests begin and end for a question only while it is not in the queue */
    QueueLanes(Rests rests) {
        this.rests = rests;
    }

    private Lane lane(Question question) {
        return new Lane(
                question.site(),
                question.department(),
                question.wants(),
                rests.any(question.id()) ? question.id() : null);
    }

    void add(Question question) {
        lanes.computeIfAbsent(lane(question), first -> new TreeSet<>(ORDER)).add(question);
    }

    void remove(Question question) {
        lanes.computeIfPresent(lane(question), (lane, queue) -> {
            queue.remove(question);
            return queue.isEmpty() ? null : queue;
        });
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** The first of every lane, in the order of the queue. */
    PriorityQueue<Question> heads() {
        var heads = new PriorityQueue<>(ORDER);
        lanes.values().forEach(queue -> heads.add(queue.first()));
        return heads;
    }

    /** The first in the lane of a question that has left it; null when it was the last. */
    @Nullable
    Question headAfter(Question gone) {
        NavigableSet<Question> queue = lanes.get(lane(gone));
        return queue == null ? null : queue.higher(gone);
    }
}
