package chat.beseda.archive;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.files.Attachment;
import chat.beseda.operators.OperatorId;
import chat.beseda.visitors.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the log of a conversation comes to. A pure function of it: summing up again gives the same.
 *
 * @param page where it was opened
 * @param firstAnswer how long the visitor waited for the first answer, in milliseconds; null when nobody answered
 * @param unanswered how long the visitor had waited in vain when it ended; null when it goes on or everything was answered
 * @param handOvers to colleagues, and into queues of departments
 * @param said every message with words or files, in order
 */
public record Summary(
        @Nullable Page page,
        @Nullable Long takenAt,
        @Nullable Long firstAnswer,
        @Nullable Long unanswered,
        int visitorMessages,
        int operatorMessages,
        int files,
        int handOvers,
        List<Holding> holdings,
        List<Answer> answers,
        List<Said> said) {

    /**
     * An operator's message that a visitor waited for.
     *
     * @param waited since the visitor's first message that nobody had answered, in milliseconds
     * @param open how much of that was in working hours
     */
    public record Answer(long seq, OperatorId operator, long at, long waited, long open) {}

    /**
     * Words of one side, or of operators among themselves.
     *
     * @param operator who said them; null for the visitor
     * @param note whether they are a note, whose {@code seq} is of the internal stream
     */
    public record Said(long seq, long at, @Nullable OperatorId operator, boolean note, String text) {}

    public Summary {
        holdings = List.copyOf(holdings);
        answers = List.copyOf(answers);
        said = List.copyOf(said);
    }

    /**
     * Reads the log from its beginning.
     *
     * @param log the public stream, ascending
     * @param openTime how much of the time between two moments was in working hours, in milliseconds
     */
    public static Summary of(Conversation conversation, Iterable<Event> log, LongBinaryOperator openTime) {
        var reading = new Reading(openTime);
        log.forEach(reading::read);
        return reading.summary(conversation instanceof Conversation.Closed closed ? closed.closedAt() : null);
    }

    /** Nobody answered, and it is over. */
    public boolean missed(boolean over) {
        return over && operatorMessages == 0;
    }

    public @Nullable Long longestWait() {
        return answers.isEmpty()
                ? null
                : Long.valueOf(answers.stream().mapToLong(Answer::waited).max().orElseThrow());
    }

    /** The same as far as it was in working hours; of another answer perhaps. */
    public @Nullable Long longestOpen() {
        return answers.isEmpty()
                ? null
                : Long.valueOf(answers.stream().mapToLong(Answer::open).max().orElseThrow());
    }

    public long answerSum() {
        return answers.stream().mapToLong(Answer::waited).sum();
    }

    /** Who held it, each once, in the order of their coming. */
    public List<OperatorId> operators() {
        return holdings.stream().map(Holding::operator).distinct().toList();
    }

    /** The log as far as it was read. */
    private static final class Reading {
        private final LongBinaryOperator openTime;
        private final List<Holding> holdings = new ArrayList<>();
        private final List<Answer> answers = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private @Nullable Page page;
        private @Nullable Held held;
        private @Nullable Long takenAt;
        private @Nullable Long waitingSince;
        private int visitorMessages;
        private int operatorMessages;
        private int files;
        private int handOvers;

        Reading(LongBinaryOperator openTime) {
            this.openTime = openTime;
        }

        void read(Event event) {
            switch (event.body()) {
                case EventBody.Opened(Page where) -> page = where;
                case EventBody.Message message -> message(event, message);
                case EventBody.Deleted() -> message(event, new EventBody.Message(""));
                case EventBody.Joined(OperatorId operator) -> take(operator, event.at());
                case EventBody.Left(OperatorId _, EventBody.Left.Reason reason) -> end(ended(reason), event.at());
                case EventBody.HandedOver handing -> {
                    handOvers++;
                    end(Holding.Ended.HANDED_OVER, event.at());
                    if (handing.to() != null) {
                        take(handing.to(), event.at());
                    }
                }
                case EventBody.Closed _ -> end(Holding.Ended.CLOSED, event.at());
                case EventBody.Changed _,
                        EventBody.Note _,
                        EventBody.Tagged _,
                        EventBody.Mailed _,
                        EventBody.Returned _,
                        EventBody.Moved _,
                        EventBody.LeftSite _,
                        EventBody.CameBack _ -> {}
            }
        }

        private static Holding.Ended ended(EventBody.Left.Reason reason) {
            return switch (reason) {
                case GAVE_BACK -> Holding.Ended.GAVE_BACK;
                case LOST -> Holding.Ended.LOST;
                case TAKEN_OVER -> Holding.Ended.TAKEN_OVER;
            };
        }

        private void take(OperatorId operator, long at) {
            end(Holding.Ended.TAKEN_OVER, at);
            held = new Held(operator, at);
            if (takenAt == null) {
                takenAt = at;
            }
        }

        private void end(Holding.Ended how, long at) {
            if (held != null) {
                holdings.add(held.ended(how, at));
                held = null;
            }
        }

        private void message(Event event, EventBody.Message message) {
            switch (event.author()) {
                case Author.OfVisitor() -> {
                    visitorMessages++;
                    waitingSince = waitingSince == null ? Long.valueOf(event.at()) : waitingSince;
                    keep(event, null, message);
                }
                case Author.OfOperator(OperatorId operator) -> {
                    operatorMessages++;
                    answer(event, operator);
                    keep(event, operator, message);
                }
                case Author.OfSystem() -> {}
            }
        }

        private void answer(Event event, OperatorId operator) {
            if (waitingSince == null) {
                return;
            }
            long wait = Math.max(0, event.at() - waitingSince);
            long open = openTime.applyAsLong(event.at() - wait, event.at());
            waitingSince = null;
            answers.add(new Answer(event.seq(), operator, event.at(), wait, open));
            if (held != null) {
                held.answered(event.at(), wait);
            }
        }

        private void keep(Event event, @Nullable OperatorId operator, EventBody.Message message) {
            files += message.files().size();
            var text = new StringBuilder(message.text());
            for (Attachment file : message.files()) {
                text.append(text.isEmpty() ? "" : "\n").append(file.name());
            }
            if (!text.isEmpty()) {
                said.add(new Said(event.seq(), event.at(), operator, false, text.toString()));
            }
        }

        Summary summary(@Nullable Long closedAt) {
            if (held != null) {
                holdings.add(held.ended(Holding.Ended.GOES_ON, null));
            }
            return new Summary(
                    page,
                    takenAt,
                    answers.isEmpty() ? null : Long.valueOf(answers.getFirst().waited()),
                    closedAt == null || waitingSince == null ? null : Long.valueOf(closedAt - waitingSince),
                    visitorMessages,
                    operatorMessages,
                    files,
                    handOvers,
                    holdings,
                    answers,
                    said);
        }
    }

    /** A stretch that goes on. */
    private static final class Held {
        private final OperatorId operator;
        private final long from;
        private @Nullable Long firstAnswerAt;
        private @Nullable Long lastAnswerAt;
        private @Nullable Long longest;
        private int answers;
        private long sum;

        Held(OperatorId operator, long from) {
            this.operator = operator;
            this.from = from;
        }

        void answered(long at, long wait) {
            firstAnswerAt = firstAnswerAt == null ? Long.valueOf(at) : firstAnswerAt;
            lastAnswerAt = at;
            longest = longest == null ? wait : Math.max(longest, wait);
            answers++;
            sum += wait;
        }

        Holding ended(Holding.Ended how, @Nullable Long until) {
            return new Holding(operator, from, until, how, firstAnswerAt, lastAnswerAt, answers, sum, longest);
        }
    }
}
