package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who said no to what a short while ago: the same question is not put to them again at once, also when nobody else is there. For one thread. */
final class Rests {
    static final Duration REST = Duration.ofMinutes(2);

    private final Map<ConversationId, Map<OperatorId, Long>> until = new HashMap<>();

    void begin(ConversationId question, OperatorId operator, long now) {
        until.computeIfAbsent(question, first -> new HashMap<>()).put(operator, now + REST.toMillis());
    }

    /** The question is somebody's, or nobody's any more. */
    void forget(ConversationId question) {
        until.remove(question);
    }

    boolean any(ConversationId question) {
        return until.containsKey(question);
    }

    boolean rests(ConversationId question, OperatorId operator, long now) {
        Map<OperatorId, Long> all = until.get(question);
        return all != null && all.getOrDefault(operator, 0L) > now;
    }
}
