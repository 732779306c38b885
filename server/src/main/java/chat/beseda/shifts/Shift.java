package chat.beseda.shifts;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;

/**
 * An interval in which an operator was in one state, as it was seen here: off also while not connected. Worked time is computed
 * from these and nothing else. Times are UTC epoch milliseconds.
 *
 * @param until when it ended; while it goes on, the last sign of life that was written down
 */
public record Shift(OperatorId operator, OperatorState state, Cause cause, long from, long until) {

    /** What began it. */
    public enum Cause {
        /** The operator said so. */
        OWN,
        /** Two offers in a row were let go. */
        MISSED,
        /** They did nothing for long. */
        IDLE,
        /** The console connected. */
        CONNECTED,
        /** The connection ended: closed, broken, or silent. */
        LOST,
        /** The server ended. */
        STOPPED
    }

    Shift lastingUntil(long end) {
        return new Shift(operator, state, cause, from, Math.max(from, end));
    }
}
