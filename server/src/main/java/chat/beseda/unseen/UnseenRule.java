package chat.beseda.unseen;

import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import java.time.Duration;
import java.util.List;

/** Which answers go into a letter now. */
final class UnseenRule {
    /** Nobody waits any more for a letter about an answer that is older. */
    static final Duration OLDEST = Duration.ofDays(3);

    private UnseenRule() {}

    /**
     * All that the visitor has neither seen nor been sent, once one of them has waited for long enough; none before.
     *
     * @param log events of the public stream, in their order
     * @param seen seq up to which the visitor has seen them
     * @param sent seq up to which they went out before
     * @param now UTC epoch milliseconds
     */
    static List<Event> toSend(List<Event> log, long seen, long sent, long now, Duration patience) {
        List<Event> unseen = log.stream()
                .filter(event -> event.seq() > Math.max(seen, sent))
                .filter(UnseenRule::isAnswer)
                .filter(event -> event.at() >= now - OLDEST.toMillis())
                .toList();
        boolean waited = unseen.stream().anyMatch(event -> event.at() <= now - patience.toMillis());
        return waited ? unseen : List.of();
    }

    private static boolean isAnswer(Event event) {
        return event.body() instanceof EventBody.Message && event.author() instanceof Author.OfOperator;
    }
}
