package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.files.Enclosures;
import chat.beseda.formatting.Words;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What operators do to words they have said already: change them or take them back. The log has the words of now, also for
 * who reads it for the first time, and an event that tells those who had the earlier ones; these are kept beside it. Every
 * method blocks. Thread-safe.
 */
public final class Corrections {
    private final Database database;
    private final ConversationStore store;
    private final SqlCorrectionStore earlier;
    private final Enclosures enclosures = new Enclosures();
    private final Bus bus;
    private final Clock clock;

    public Corrections(Database database, Bus bus, Clock clock) {
        this.database = database;
        this.store = new SqlConversationStore(database);
        this.earlier = new SqlCorrectionStore(database);
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * What a message said before.
     *
     * @param until when it was changed or deleted, UTC epoch milliseconds
     * @param by who did that
     */
    public record Earlier(long until, OperatorId by, EventBody.Message said) {}

    /**
     * Changes a message of the operator's own.
     *
     * @param within how old it may be
     */
    public Outcome edit(OperatorId by, ConversationId id, long seq, Words words, Duration within) {
        return switch (MessageText.of(words, MessageText.OPERATOR_LIMIT)) {
            case MessageText.Unsound(Refusal refusal) -> new Outcome.Refused(refusal);
            case MessageText.Sound(EventBody.Message sound) -> correct(by, id, seq, within, sound);
        };
    }

    /** Takes a message of the operator's own back; what is deleted already stays so. */
    public Outcome delete(OperatorId by, ConversationId id, long seq, Duration within) {
        return correct(by, id, seq, within, new EventBody.Deleted());
    }

    /** What a message said before each change, the oldest first. */
    public List<Earlier> earlier(ConversationId id, long seq) {
        return earlier.of(id, seq);
    }

    private Outcome correct(OperatorId by, ConversationId id, long seq, Duration within, EventBody wanted) {
        try {
            return database.write(tx -> {
                Optional<Conversation> held = store.held(tx, id);
                if (held.isEmpty()) {
                    return new Outcome.Refused(new Refusal.ConversationUnknown());
                }
                Optional<Event> message = earlier.message(tx, id, seq).filter(event -> isOf(event, by));
                return message.isEmpty()
                        ? new Outcome.Refused(new Refusal.MessageUnknown())
                        : corrected(tx, held.get(), message.get(), within, wanted);
            });
        } catch (StorageException trouble) {
            return new Outcome.Refused(Refusal.of(trouble));
        }
    }

    private static boolean isOf(Event event, OperatorId operator) {
        return event.author() instanceof Author.OfOperator(OperatorId author) && author.equals(operator);
    }

    private Outcome corrected(Transaction tx, Conversation held, Event message, Duration within, EventBody wanted) {
        if (message.body() instanceof EventBody.Deleted && wanted instanceof EventBody.Deleted) {
            return new Outcome.Done(held);
        }
        if (!(message.body() instanceof EventBody.Message before)) {
            return new Outcome.Refused(new Refusal.MessageUnknown());
        }
        if (held instanceof Conversation.Closed) {
            return new Outcome.Refused(new Refusal.ConversationClosed());
        }
        long now = clock.millis();
        if (now - message.at() > within.toMillis()) {
            return new Outcome.Refused(new Refusal.TooLate(within));
        }
        EventBody to = wanted instanceof EventBody.Message said ? edited(before, said, now) : wanted;
        if (to.equals(before)) {
            return new Outcome.Done(held);
        }
        Change change = Change.of(held).plusChanged(now, message, to);
        store.append(tx, change);
        earlier.replace(tx, held.id(), message, change.events().getLast());
        if (to instanceof EventBody.Deleted) {
            enclosures.takeBack(tx, before.files(), held.id().value());
        }
        tx.afterCommit(() -> bus.publish(new ConversationChanged(change.now(), change.events())));
        return new Outcome.Done(change.now());
    }

    /** The same words are no change; files and what is answered stay as they are. */
    private static EventBody.Message edited(EventBody.Message before, EventBody.Message said, long now) {
        return before.edited(said, before.editedAt()).equals(before) ? before : before.edited(said, now);
    }
}
