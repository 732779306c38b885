package chat.beseda.archive;

import chat.beseda.operators.OperatorId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An operator's stretch with a conversation. Times are UTC epoch milliseconds, waits milliseconds.
 *
 * @param until null while it goes on
 * @param answers messages that the visitor waited for
 */
public record Holding(
        OperatorId operator,
        long from,
        @Nullable Long until,
        Ended ended,
        @Nullable Long firstAnswerAt,
        @Nullable Long lastAnswerAt,
        int answers,
        long answerSum,
        @Nullable Long longestWait) {

    /** How it came to an end. */
    public enum Ended {
        GOES_ON,
        CLOSED,
        HANDED_OVER,
        GAVE_BACK,
        LOST,
        TAKEN_OVER;

        String stored() {
            return this == GOES_ON ? "" : name().toLowerCase(Locale.ROOT);
        }

        static Ended of(String stored) {
            return stored.isEmpty() ? GOES_ON : valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
