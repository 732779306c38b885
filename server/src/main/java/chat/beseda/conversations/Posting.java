package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations.Saying;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.files.Enclosures;
import chat.beseda.files.FileOwner;
import chat.beseda.mentions.Mentions;
import chat.beseda.operators.OperatorId;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** How words of either side come into a conversation: judged, said once however often they are sent, stored, told. Thread-safe. */
final class Posting {
    static final int OPENED_AN_HOUR = 10;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database;
    private final ConversationStore store;
    private final SqlCorrectionStore messages;
    private final Mentions mentions;
    private final Bus bus;
    private final IdSource ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();
    private final Enclosures enclosures = new Enclosures();

    Posting(Database database, ConversationStore store, Mentions mentions, Bus bus, IdSource ids, Clock clock) {
        this.mentions = mentions;
        this.database = database;
        this.store = store;
        this.messages = new SqlCorrectionStore(database);
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
    }

    Posted byVisitor(Visitor visitor, Opening opening, ClientId cid, Saying said) {
        FileOwner sender = FileOwner.visitor(visitor.id().value());
        return post(sender, said, MessageText.VISITOR_LIMIT, (tx, sound) -> {
            Optional<Conversation> open =
                    store.heldOpen(tx, visitor.id()).or(() -> store.heldOpenAlone(tx, visitor.id()));
            Optional<Posted.Stored> sent = store.sent(tx, visitor.id(), cid);
            if (sent.isPresent()) {
                return sent.get();
            }
            if (open.isEmpty()) {
                return openedBy(tx, visitor, cid, sound, opening);
            }
            return appended(tx, Change.of(open.get()).plusMessage(clock.millis(), new Author.OfVisitor(), cid, sound));
        });
    }

    Posted byOperator(OperatorId operator, ConversationId id, ClientId cid, Saying said, Ruling.OfWords rule) {
        FileOwner sender = FileOwner.operator(operator.value());
        return post(sender, said, MessageText.OPERATOR_LIMIT, (tx, sound) -> {
            Optional<Conversation> held = store.held(tx, id);
            if (held.isEmpty()) {
                return new Posted.Refused(new Refusal.ConversationUnknown());
            }
            Optional<Posted.Stored> sent = store.sent(tx, operator, id, cid);
            if (sent.isPresent()) {
                return sent.get();
            }
            if (sound.reply() != null && !isMessage(tx, id, sound.reply())) {
                return new Posted.Refused(new Refusal.ReplyUnknown());
            }
            return switch (rule.judge(held.get(), sound)) {
                case Ruling.Allowed(Change change) -> appended(tx, change);
                case Ruling.Denied(Refusal refusal) -> new Posted.Refused(refusal);
                case Ruling.Already(Conversation now) ->
                    throw new IllegalStateException("words are never there already by the rules: " + now.id());
            };
        });
    }

    /** What its author took back was one, too. */
    private boolean isMessage(Transaction tx, ConversationId id, long seq) {
        return messages.message(tx, id, seq)
                .map(Event::body)
                .filter(body -> body instanceof EventBody.Message || body instanceof EventBody.Deleted)
                .isPresent();
    }

    /** An operator's first words to a visitor who has no conversation. */
    Posted opening(OperatorId operator, Visitor visitor, ClientId cid, String text, Opening opening) {
        FileOwner sender = FileOwner.operator(operator.value());
        return post(sender, Saying.of(text), MessageText.OPERATOR_LIMIT, (tx, sound) -> {
            Optional<Conversation> open =
                    store.heldOpen(tx, visitor.id()).or(() -> store.heldOpenAlone(tx, visitor.id()));
            if (open.isPresent()) {
                Optional<Posted.Stored> sent =
                        store.sent(tx, operator, open.get().id(), cid);
                return sent.isPresent() ? sent.get() : new Posted.Refused(new Refusal.ConversationUnknown());
            }
            Facts facts = Facts.ofNew(new ConversationId(ids.next()), tokens.name(), visitor, opening, clock.millis());
            Change begun = Ruling.beginning(facts, operator, opening.page());
            store.open(tx, begun);
            Change change = Ruling.first(begun.now(), operator, cid, sound);
            store.turn(tx, change);
            tx.afterCommit(() -> bus.publish(change.changedSince(begun)));
            return Posted.Stored.last(change);
        });
    }

    /** Tells of a change once it is durable. */
    void tell(Transaction tx, Change change) {
        tx.afterCommit(() -> bus.publish(new ConversationChanged(change.now(), change.events())));
    }

    private Posted openedBy(Transaction tx, Visitor visitor, ClientId cid, EventBody.Message words, Opening opening) {
        long now = clock.millis();
        OptionalLong earlier = store.openedAt(tx, visitor.id(), OPENED_AN_HOUR - 1);
        long wait = earlier.isEmpty() ? 0 : earlier.getAsLong() + HOUR.toMillis() - now;
        if (wait > 0) {
            return new Posted.Refused(new Refusal.Rate(Duration.ofMillis(wait)));
        }
        Facts facts = Facts.ofNew(new ConversationId(ids.next()), tokens.name(), visitor, opening, now);
        Change change = Ruling.opening(facts, opening.page(), cid, words);
        store.open(tx, change);
        return told(tx, change);
    }

    private Posted post(
            FileOwner sender, Saying said, int limit, BiFunction<Transaction, EventBody.Message, Posted> work) {
        return switch (MessageText.of(said, limit)) {
            case MessageText.Unsound(Refusal refusal) -> new Posted.Refused(refusal);
            case MessageText.Sound(EventBody.Message sound) -> {
                try {
                    yield database.write(tx -> enclosures
                            .of(tx, sender, said.files())
                            .map(files -> work.apply(tx, sound.by(said.mail()).with(files, said.reply())))
                            .orElseGet(() -> new Posted.Refused(new Refusal.FileUnknown())));
                } catch (StorageException trouble) {
                    yield new Posted.Refused(Refusal.of(trouble));
                }
            }
        };
    }

    private Posted appended(Transaction tx, Change change) {
        store.append(tx, change);
        for (Event event : change.events()) {
            if (event.body() instanceof EventBody.Note note) {
                mentions.say(tx, change.now().id().value(), event.seq(), note);
            }
        }
        return told(tx, change);
    }

    private Posted told(Transaction tx, Change change) {
        tell(tx, change);
        return Posted.Stored.last(change);
    }
}
