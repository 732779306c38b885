package chat.beseda.conversations;

import chat.beseda.events.ClosedBy;
import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it stands.
 *
 * <pre>
 *   visitor writes          take             close, end
 *  ---------------> Waiting -----> Active ---------------> Closed
 *                   | ^   <------  ^   |                     ^
 *             offer | |  give back |   | hand over, take over|
 *                   v |            |   +-> Active            |
 *                  Offered --------+ take                    |
 *                     +--------------------------------------+
 *                                     end
 * </pre>
 *
 * A closed one never opens again: the visitor's next word begins another.
 */
public sealed interface Conversation {

    Facts facts();

    default ConversationId id() {
        return facts().id();
    }

    /** The one who answers in it, or who answered last when it is closed. */
    @Nullable
    OperatorId owner();

    /** The same state with other facts. */
    Conversation with(Facts facts);

    /** In the queue: nobody answers yet. */
    record Waiting(Facts facts) implements Conversation {

        @Override
        public @Nullable OperatorId owner() {
            return null;
        }

        @Override
        public Waiting with(Facts facts) {
            return new Waiting(facts);
        }
    }

    /** In the queue, and one operator is asked to take it. Times are UTC epoch milliseconds. */
    record Offered(Facts facts, OperatorId to, long at, long until) implements Conversation {

        @Override
        public @Nullable OperatorId owner() {
            return null;
        }

        @Override
        public Offered with(Facts facts) {
            return new Offered(facts, to, at, until);
        }
    }

    /** An operator answers; perhaps about to hand it over. */
    record Active(
            Facts facts,
            OperatorId owner,
            long takenAt,
            @Nullable Transfer transfer) implements Conversation {

        public Active(Facts facts, OperatorId owner, long takenAt) {
            this(facts, owner, takenAt, null);
        }

        @Override
        public Active with(Facts facts) {
            return new Active(facts, owner, takenAt, transfer);
        }

        Active handing(@Nullable Transfer next) {
            return new Active(facts.withNextVersion(), owner, takenAt, next);
        }

        Closed closed(ClosedBy by, long at) {
            return new Closed(facts.withNextVersion(), owner, takenAt, at, by);
        }
    }

    /** Ended; null owner and time of taking when nobody ever answered. */
    record Closed(
            Facts facts,
            @Nullable OperatorId owner,
            @Nullable Long takenAt,
            long closedAt,
            ClosedBy by) implements Conversation {

        @Override
        public Closed with(Facts facts) {
            return new Closed(facts, owner, takenAt, closedAt, by);
        }
    }
}
