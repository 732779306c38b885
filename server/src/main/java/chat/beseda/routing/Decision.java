package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Why;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import java.util.Set;

/**
 * What the router wants done. Those about a conversation name the version they were decided on, and each carried out makes the
 * next version; they are to be carried out in the order given.
 */
public sealed interface Decision {

    /** Ask the operator, until the time (UTC epoch milliseconds); whoever had it before has it no more. */
    record Offer(ConversationId id, int version, OperatorId to, long until, Set<OperatorId> passed, Why cause)
            implements Decision {
        public Offer {
            passed = Set.copyOf(passed);
        }
    }

    /** Back to the queue: nobody can be asked. */
    record Queue(ConversationId id, int version, Set<OperatorId> passed, Why cause) implements Decision {
        public Queue {
            passed = Set.copyOf(passed);
        }
    }

    /** It has waited too long in its department. */
    record Overflow(ConversationId id, int version, DepartmentId to) implements Decision {}

    /** The operator missed two offers in a row. */
    record SetAway(OperatorId operator) implements Decision {}
}
