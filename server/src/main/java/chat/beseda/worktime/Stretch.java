package chat.beseda.worktime;

import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;

/** A part of a day in one state, with what began that state. */
public record Stretch(OperatorState state, Shift.Cause cause, Interval time) {

    /** Why somebody is away. */
    public enum Reason {
        /** They said so. */
        OWN,
        /** They let two offers in a row go. */
        MISSED,
        /** They did nothing for long. */
        IDLE
    }

    boolean isOnline() {
        return state == OperatorState.ONLINE;
    }

    /** Whoever comes back to a console that was set away is away by their own word. */
    Reason reason() {
        return switch (cause) {
            case MISSED -> Reason.MISSED;
            case IDLE -> Reason.IDLE;
            case OWN, CONNECTED, LOST, STOPPED -> Reason.OWN;
        };
    }
}
