package chat.beseda.lookout;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorInvited;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What visitors' conversations came to, as the news told: a memory beside the store. Thread-safe. */
final class Talks {
    private final Map<VisitorId, Known> known = new ConcurrentHashMap<>();

    private record Known(Talk talk, long conversation, int version, long top) {}

    void load(Collection<Conversation> open) {
        open.forEach(this::note);
    }

    /** Takes in news, unless newer ones came before. */
    void note(Conversation now) {
        Facts facts = now.facts();
        var fresh = new Known(talk(now), facts.id().value(), facts.version(), facts.publicTop() + facts.internalTop());
        known.merge(facts.visitor(), fresh, (old, newest) -> isOlder(newest, old) ? old : newest);
    }

    /** How he stands to an invitation; a conversation says more. */
    void invited(VisitorId visitor, VisitorInvited.Answer answer) {
        Stage stage = switch (answer) {
            case NONE -> Stage.INVITED;
            case DECLINED -> Stage.DECLINED;
            case OVER -> Stage.BROWSING;
        };
        var fresh = new Known(new Talk(stage, null, null, null), 0, 0, 0);
        known.merge(visitor, fresh, (old, newest) -> old.talk.conversation() == null ? newest : old);
    }

    Talk of(VisitorId visitor) {
        Known found = known.get(visitor);
        return found == null ? Talk.NONE : found.talk;
    }

    /** He left: a conversation that is over belongs to the stay that is over. */
    void left(VisitorId visitor) {
        known.computeIfPresent(visitor, (id, found) -> found.talk.stage().compareTo(Stage.TALKING) > 0 ? null : found);
    }

    private static boolean isOlder(Known one, Known other) {
        if (one.conversation != other.conversation) {
            return one.conversation < other.conversation;
        }
        return one.version < other.version || (one.version == other.version && one.top < other.top);
    }

    private static Talk talk(Conversation now) {
        Facts facts = now.facts();
        if (now instanceof Conversation.Closed) {
            return new Talk(Stage.ANSWERED, null, now.owner(), null);
        }
        Stage stage = now.owner() == null ? Stage.WAITING : Stage.TALKING;
        return new Talk(stage, facts.id(), now.owner(), facts.waitingSince());
    }
}
