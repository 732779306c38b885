package chat.beseda.routing;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import java.util.Set;

/**
 * What the router wants done. Those about a conversation name the version they were decided on, and each carried out makes the
 * next version; they are to be carried out in the order given.
 */
public sealed interface Decision {

    /** Ask the operator, until the time (UTC epoch milliseconds); whoever had it before has it no more. */
    record Offer(ConversationId id, int version, OperatorId to, long until, Set<OperatorId> passed, Cause cause)
            implements Decision {
        public Offer {
            passed = Set.copyOf(passed);
        }
    }

    /** Back to the queue: nobody can be asked. */
    record Queue(ConversationId id, int version, Set<OperatorId> passed, Cause cause) implements Decision {
        public Queue {
            passed = Set.copyOf(passed);
        }
    }

    /** It has waited too long in its department. */
    record Overflow(ConversationId id, int version, DepartmentId to) implements Decision {}

    /** The operator missed two offers in a row. */
    record SetAway(OperatorId operator) implements Decision {}

    /** Why a conversation moves. */
    enum Cause {
        /** It has waited for somebody free. */
        FREE,
        /** The one who was asked did not answer in time. */
        MISSED,
        REFUSED,
        /** The one who was asked is off the line. */
        GONE,
        /** The owner's connection was lost and did not come back. */
        LOST
    }
}
