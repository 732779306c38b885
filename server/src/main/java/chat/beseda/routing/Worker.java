package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the router knows of an operator: the desk, what lies on it, and how they took what they were offered. */
final class Worker {
    private static final int MISSES = 2;

    private Desk desk;
    private final Set<ConversationId> held = new LinkedHashSet<>();
    private long idleSince;
    private long turn;
    private int missedInARow;

    Worker(Desk desk, long now) {
        this.desk = desk;
        this.idleSince = now;
    }

    Desk desk() {
        return desk;
    }

    void become(Desk now) {
        if (now.onLine() && !desk.onLine()) {
            missedInARow = 0;
        }
        desk = now;
    }

    Set<ConversationId> held() {
        return held;
    }

    void hold(ConversationId id) {
        held.add(id);
    }

    void letGo(ConversationId id, long now) {
        if (held.remove(id)) {
            idleSince = now;
        }
    }

    void asked(long newTurn) {
        turn = newTurn;
    }

    void took() {
        missedInARow = 0;
    }

    /** True when that was one miss too many; the operator then takes no more. */
    boolean missed() {
        if (++missedInARow < MISSES) {
            return false;
        }
        missedInARow = 0;
        desk = desk.offLine();
        return true;
    }

    long idleSince() {
        return idleSince;
    }

    long turn() {
        return turn;
    }

    int room(Map<ConversationId, Question> questions, long now) {
        return desk.onLine() ? desk.capacity() - load(questions, now) : 0;
    }

    int load(Map<ConversationId, Question> questions, long now) {
        int load = 0;
        for (ConversationId id : held) {
            Question question = questions.get(id);
            load += question != null && counts(question, now) ? 1 : 0;
        }
        return load;
    }

    boolean isLost(Question question, long now) {
        Long gone = desk.goneSince();
        return gone != null && now - gone >= question.rules().grace().toMillis();
    }

    /** A conversation nobody speaks in leaves room for another one. */
    private static boolean counts(Question question, long now) {
        return switch (question.stage()) {
            case Question.Queued() -> false;
            case Question.Offered _ -> true;
            case Question.Active _ ->
                now - question.lastWordAt() < question.rules().silence().toMillis();
        };
    }
}
