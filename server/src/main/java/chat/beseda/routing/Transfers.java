package chat.beseda.routing;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Transfer;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.Operators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Hand-overs under way: each ends when its time is up, or when the one who is asked goes off the line. For one thread. */
final class Transfers {
    private final Conversations conversations;
    private final Operators operators;
    private final OperatorPresence presence;
    private final Map<ConversationId, Conversation.Active> pending = new HashMap<>();

    Transfers(Conversations conversations, Operators operators, OperatorPresence presence) {
        this.conversations = conversations;
        this.operators = operators;
        this.presence = presence;
    }

    void note(Conversation now) {
        if (now instanceof Conversation.Active active && active.transfer() != null) {
            pending.put(active.id(), active);
        } else {
            pending.remove(now.id());
        }
    }

    void lapseOverdue(long now) {
        lapse(transfer -> transfer.until() <= now);
    }

    void lapseOf(OperatorId operator) {
        boolean there = operators.byId(operator).filter(presence::isReachable).isPresent();
        if (!there) {
            lapse(transfer -> operator.equals(transfer.to()));
        }
    }

    /** One that could not be ended is ended by the next tick. */
    private void lapse(Predicate<Transfer> which) {
        for (Conversation.Active active : List.copyOf(pending.values())) {
            Transfer transfer = active.transfer();
            if (transfer != null && which.test(transfer)) {
                conversations.lapse(active.id(), active.facts().version());
            }
        }
    }
}
