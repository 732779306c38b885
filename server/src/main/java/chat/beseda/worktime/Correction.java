package chat.beseda.worktime;

import chat.beseda.operators.OperatorId;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Seconds that somebody signed for to be added to a day, or taken from it. What was measured stays as it is, and so does a
 * correction: it is withdrawn by another one of as many seconds the other way. It counts for the date in whichever zone is looked at.
 *
 * @param seconds below zero when they are taken away
 * @param zone in which it was looked at
 * @param by who signed it
 * @param withdraws the id of the one that this one undoes; null for one of its own
 */
public record Correction(
        long id,
        OperatorId operator,
        LocalDate day,
        ZoneId zone,
        Kind kind,
        long seconds,
        String reason,
        OperatorId by,
        long at,
        @Nullable Long withdraws) {

    /** Which time it is about. */
    public enum Kind {
        ONLINE,
        AWAY
    }

    /** Milliseconds that it adds to time of this kind. */
    public long millis(Kind wanted) {
        return kind == wanted ? seconds * 1_000 : 0;
    }
}
