package chat.beseda.requests;

import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands. Pure: each transition gives another one.
 *
 * <pre>
 * open → claimed → done
 *   ↖______↙   ↖____↙
 * </pre>
 *
 * @param owner who cares for it, or did
 * @param snoozedUntil put off until then; 0: not
 * @param remindAt when somebody is to be told of it; null: nobody is
 * @param attempts how often it was tried
 * @param conversation in which it goes on
 */
public record Standing(
        RequestState state,
        @Nullable OperatorId owner,
        @Nullable Long claimedAt,
        @Nullable RequestOutcome outcome,
        @Nullable Long doneAt,
        long snoozedUntil,
        long dueAt,
        @Nullable Long remindAt,
        int attempts,
        @Nullable Long conversation,
        @Nullable RequestId mergedInto) {

    static Standing arrived(long dueAt, @Nullable Long remindAt) {
        return new Standing(RequestState.OPEN, null, null, null, null, 0, dueAt, remindAt, 0, null, null);
    }

    boolean isDone() {
        return state == RequestState.DONE;
    }

    /** Whether it should have been done by now; what is put off is not. */
    public boolean isOverdue(long now) {
        return !isDone() && dueAt < now && snoozedUntil <= now;
    }

    Standing claimed(OperatorId by, long now) {
        return new Standing(
                RequestState.CLAIMED,
                by,
                now,
                null,
                null,
                snoozedUntil,
                dueAt,
                remindAt,
                attempts,
                conversation,
                mergedInto);
    }

    Standing released() {
        return new Standing(
                RequestState.OPEN,
                null,
                null,
                null,
                null,
                snoozedUntil,
                dueAt,
                remindAt,
                attempts,
                conversation,
                mergedInto);
    }

    Standing done(RequestOutcome outcome, long now, @Nullable RequestId into) {
        return new Standing(
                RequestState.DONE, owner, claimedAt, outcome, now, 0, dueAt, null, attempts, conversation, into);
    }

    /** Nobody answered: it is due when it is tried next. */
    Standing toBeTriedAt(long next) {
        return new Standing(state, owner, claimedAt, null, null, next, next, next, attempts, conversation, mergedInto);
    }

    Standing tried() {
        return new Standing(
                state,
                owner,
                claimedAt,
                outcome,
                doneAt,
                snoozedUntil,
                dueAt,
                remindAt,
                attempts + 1,
                conversation,
                mergedInto);
    }

    /** @param until 0: not put off any more */
    Standing snoozed(long until) {
        return new Standing(
                state,
                owner,
                claimedAt,
                outcome,
                doneAt,
                until,
                dueAt,
                until == 0 ? remindAt : (Long) until,
                attempts,
                conversation,
                mergedInto);
    }

    Standing in(long goesOnIn) {
        return new Standing(
                state,
                owner,
                claimedAt,
                outcome,
                doneAt,
                snoozedUntil,
                dueAt,
                remindAt,
                attempts,
                goesOnIn,
                mergedInto);
    }
}
