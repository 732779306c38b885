package chat.beseda.requests;

import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request.
 *
 * @param by null: the client, or the program
 * @param to who got it
 * @param until put off until then
 */
public record RequestEvent(
        long at,
        What what,
        @Nullable OperatorId by,
        @Nullable OperatorId to,
        @Nullable RequestOutcome outcome,
        @Nullable Long until,
        String text) {

    /** What happened. */
    public enum What {
        ARRIVED,
        CLAIMED,
        RELEASED,
        HANDED,
        ATTEMPT,
        SNOOZED,
        NOTE,
        DONE,
        REOPENED,
        MERGED
    }

    static RequestEvent arrived(long at) {
        return new RequestEvent(at, What.ARRIVED, null, null, null, null, "");
    }

    static RequestEvent of(long at, What what, @Nullable OperatorId by) {
        return new RequestEvent(at, what, by, null, null, null, "");
    }
}
