package chat.beseda.routing;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Facts;
import chat.beseda.sites.SiteId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the waiting where they stand: the place in the queue, and how long it takes, which is half of the last takes of the
 * site long at most. With fewer than three takes to go by, or when somebody waits longer than that already, nothing is said of
 * the time. One thread tells; whoever may ask.
 */
final class QueuePlaces {
    private static final int TAKES = 20;
    private static final int FEWEST = 3;

    private final Bus bus;
    private final Map<ConversationId, QueuePlace> told = new ConcurrentHashMap<>();
    private final Map<ConversationId, Boolean> waiting = new HashMap<>();
    private final Map<SiteId, Deque<Long>> takes = new HashMap<>();

    QueuePlaces(Bus bus) {
        this.bus = bus;
    }

    Optional<QueuePlace> of(ConversationId id) {
        return Optional.ofNullable(told.get(id));
    }

    /** Learns from what is taken how long it had waited. */
    void heard(Conversation now, long at) {
        Facts facts = now.facts();
        switch (now) {
            case Conversation.Waiting _, Conversation.Offered _ -> waiting.put(facts.id(), true);
            case Conversation.Active _ -> {
                if (waiting.remove(facts.id()) != null) {
                    Deque<Long> last = takes.computeIfAbsent(facts.site(), first -> new ArrayDeque<>());
                    last.addLast(Math.max(0, at - Questions.since(facts)));
                    if (last.size() > TAKES) {
                        last.removeFirst();
                    }
                }
            }
            case Conversation.Closed _ -> waiting.remove(facts.id());
        }
    }

    /** Tells whoever stands elsewhere than they were told. */
    void tell(Map<ConversationId, Integer> places, Function<ConversationId, Optional<Facts>> known, long now) {
        for (QueuePlace before : List.copyOf(told.values())) {
            if (!places.containsKey(before.conversation())) {
                told.remove(before.conversation());
                bus.publish(new QueuePlace(before.conversation(), before.key(), before.visitor(), null, null));
            }
        }
        places.forEach((id, place) -> known.apply(id).ifPresent(facts -> tell(facts, place, now)));
    }

    private void tell(Facts facts, int place, long now) {
        Long wait = wait(facts, now);
        QueuePlace before = told.get(facts.id());
        boolean same = before != null
                && Integer.valueOf(place).equals(before.place())
                && (before.expected() == null) == (wait == null);
        if (!same) {
            var next = new QueuePlace(facts.id(), facts.key(), facts.visitor(), place, wait);
            told.put(facts.id(), next);
            bus.publish(next);
        }
    }

    private @Nullable Long wait(Facts facts, long now) {
        Deque<Long> last = takes.getOrDefault(facts.site(), new ArrayDeque<>());
        if (last.size() < FEWEST) {
            return null;
        }
        long median = last.stream().sorted().skip(last.size() / 2).findFirst().orElse(0L);
        long left = median - (now - Questions.since(facts));
        return left > 0 ? left : null;
    }
}
