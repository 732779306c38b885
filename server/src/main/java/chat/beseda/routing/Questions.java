package chat.beseda.routing;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Facts;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Open conversations as the router sees them. Remembers who answered each visitor before. For one thread. */
final class Questions {
    private final Conversations conversations;
    private final RoutingSettings settings;
    private final Map<ConversationId, Known> open = new HashMap<>();

    Questions(Conversations conversations, RoutingSettings settings) {
        this.conversations = conversations;
        this.settings = settings;
    }

    Question of(Conversation now) {
        Facts facts = now.facts();
        Known known = open.compute(
                facts.id(),
                (id, before) -> new Known(
                        facts,
                        before == null
                                ? conversations.regularOf(facts.visitor()).orElse(null)
                                : before.regular()));
        DepartmentId department = settings.existing(facts.department());
        RoutingRules rules = settings.of(facts.site(), department);
        return new Question(
                facts.id(),
                facts.version(),
                facts.site(),
                department,
                wants(facts, rules),
                rules,
                facts.ahead(),
                since(facts),
                facts.departmentSince(),
                facts.lastWordAt(),
                facts.waitingSince() == null,
                stage(now),
                facts.passed(),
                known.regular());
    }

    private static Set<String> wants(Facts facts, RoutingRules rules) {
        var wants = new HashSet<String>();
        if (!facts.language().isEmpty()) {
            wants.add(Desk.LANGUAGE + facts.language());
        }
        if (!rules.skill().isEmpty()) {
            wants.add(Desk.SKILL + rules.skill());
        }
        return wants;
    }

    RoutingEvent ended(ConversationId id) {
        open.remove(id);
        return new RoutingEvent.Ended(id);
    }

    Set<ConversationId> all() {
        return Set.copyOf(open.keySet());
    }

    /** The facts of one that is open. */
    Optional<Facts> waiting(ConversationId id) {
        return Optional.ofNullable(open.get(id)).map(Known::facts);
    }

    /** What an operator answered and then gave back waits since its last word. */
    static long since(Facts facts) {
        Long waiting = facts.waitingSince();
        return waiting == null ? facts.lastWordAt() : waiting;
    }

    private static Question.Stage stage(Conversation now) {
        return switch (now) {
            case Conversation.Waiting _ -> new Question.Queued();
            case Conversation.Offered offered -> new Question.Offered(offered.to(), offered.until());
            case Conversation.Active active -> new Question.Active(active.owner());
            case Conversation.Closed closed ->
                throw new IllegalArgumentException("what is closed is no question: " + closed.id());
        };
    }

    private record Known(Facts facts, @Nullable OperatorId regular) {}
}
