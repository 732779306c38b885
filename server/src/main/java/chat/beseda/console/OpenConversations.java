package chat.beseda.console;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Facts;
import chat.beseda.operators.OperatorId;
import chat.beseda.visitors.VisitorId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversations that are not closed, as the news left them: who is how busy, and which conversation a visitor's move on
 * the site concerns. A memory beside the store, never the answer to what is true. Thread-safe.
 */
final class OpenConversations {
    private final Map<ConversationId, Conversation> open = new ConcurrentHashMap<>();
    private final Map<VisitorId, ConversationId> ofVisitor = new ConcurrentHashMap<>();

    /** Takes in what the store holds, where no news has said better. */
    void load(Collection<Conversation> stored) {
        stored.forEach(this::note);
    }

    /** Takes in news and returns what was known before. */
    @Nullable
    Conversation note(Conversation now) {
        Facts facts = now.facts();
        if (now instanceof Conversation.Closed) {
            ofVisitor.remove(facts.visitor(), facts.id());
            return open.remove(facts.id());
        }
        ofVisitor.put(facts.visitor(), facts.id());
        var before = new Conversation[1];
        open.compute(facts.id(), (id, known) -> {
            before[0] = known;
            return known == null || isNewer(facts, known.facts()) ? now : known;
        });
        return before[0];
    }

    Optional<Conversation> of(VisitorId visitor) {
        ConversationId id = ofVisitor.get(visitor);
        return id == null ? Optional.empty() : byId(id);
    }

    Optional<Conversation> byId(ConversationId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Those the operator is in, oldest first. */
    List<Conversation.Active> of(OperatorId operator) {
        return open.values().stream()
                .filter(Conversation.Active.class::isInstance)
                .map(Conversation.Active.class::cast)
                .filter(conversation -> operator.equals(conversation.owner()))
                .sorted(Comparator.comparingLong(
                        conversation -> conversation.id().value()))
                .toList();
    }

    private static boolean isNewer(Facts facts, Facts known) {
        return facts.version() > known.version()
                || (facts.version() == known.version()
                        && facts.publicTop() + facts.internalTop() >= known.publicTop() + known.internalTop());
    }
}
