package chat.beseda.worktime;

import chat.beseda.operators.OperatorId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of an operator. Durations are milliseconds.
 *
 * @param time from midnight to midnight
 * @param stretches when they were online or away, in order, none within another one
 * @param conversations when they had at least one conversation while online, in order
 * @param held the sum of all conversations while online, each for itself
 * @param correctedOnline what corrections add to the time online; below zero when they take
 */
public record WorkedDay(
        OperatorId operator,
        LocalDate date,
        Interval time,
        List<Stretch> stretches,
        List<Interval> conversations,
        long held,
        long correctedOnline,
        long correctedAway) {

    public WorkedDay {
        stretches = List.copyOf(stretches);
        conversations = List.copyOf(conversations);
    }

    /** Time online as it was seen. */
    public long online() {
        return stretches.stream()
                .filter(Stretch::isOnline)
                .mapToLong(stretch -> stretch.time().length())
                .sum();
    }

    /** Time away for this reason, as it was seen. */
    public long away(Stretch.Reason reason) {
        return stretches.stream()
                .filter(stretch -> !stretch.isOnline() && stretch.reason() == reason)
                .mapToLong(stretch -> stretch.time().length())
                .sum();
    }

    /** Time away for whatever reason, as it was seen. */
    public long away() {
        return stretches.stream()
                .filter(stretch -> !stretch.isOnline())
                .mapToLong(stretch -> stretch.time().length())
                .sum();
    }

    public long inConversation() {
        return Interval.sum(conversations);
    }

    /** The first moment at which they were seen; null when they were not. */
    public @Nullable Long first() {
        return stretches.isEmpty() ? null : (Long) stretches.getFirst().time().from();
    }

    /** The last sign of life; null when there was none. */
    public @Nullable Long last() {
        return stretches.isEmpty() ? null : (Long) stretches.getLast().time().until();
    }

    /** Nothing is known of it. */
    boolean isEmpty() {
        return stretches.isEmpty() && correctedOnline == 0 && correctedAway == 0;
    }
}
