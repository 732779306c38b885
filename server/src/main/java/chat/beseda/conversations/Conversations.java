package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.formatting.Words;
import chat.beseda.operators.OperatorId;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be done with conversations, and what can be asked of them. Whether somebody may see a conversation at all is asked
 * elsewhere, before. Every method blocks. Thread-safe.
 *
 * <p>A verb that answers "stored" or "done" has its outcome on the disk; a store in trouble answers with a refusal to be tried
 * again, by the same client id. Only then {@link ConversationChanged} and {@link SeenChanged} are told, in the order of the
 * commits. The questions throw {@link StorageException} when the store cannot be read.
 */
public final class Conversations {
    static final int OPENED_AN_HOUR = 10;
    private static final int RECENT = 50;
    private static final int UNREAD = 100;
    private static final int NOTED_BESIDE = 200;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(Conversations.class);

    private final Database database;
    private final ConversationStore store;
    private final Bus bus;
    private final IdSource ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    public Conversations(Database database, Bus bus, IdSource ids, Clock clock) {
        this.database = database;
        this.store = new SqlConversationStore(database);
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a visitor's words to his open conversation, or opens one with them. Sent again by the same client id they are found
     * in whichever of his conversations they are, open or closed.
     *
     * @param page the page he is on, remembered when a conversation opens
     */
    public Posted postByVisitor(Visitor visitor, ClientId cid, String text, @Nullable Page page) {
        return postByVisitor(visitor, Opening.on(page), cid, text);
    }

    /** The same, with what else is known if a conversation opens. */
    public Posted postByVisitor(Visitor visitor, Opening opening, ClientId cid, String text) {
        return post(new Words.Plain(text), MessageText.VISITOR_LIMIT, (tx, sound) -> {
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

    /** Adds the owner's words. The version is that of the ownership he knows. */
    public Posted postByOperator(OperatorId operator, ConversationId id, int version, ClientId cid, String text) {
        return postByOperator(operator, id, version, cid, new Words.Plain(text));
    }

    /** The same, perhaps formatted. */
    public Posted postByOperator(OperatorId operator, ConversationId id, int version, ClientId cid, Words words) {
        PostRule rule = (held, sound) -> Ruling.message(held, operator, version, cid, sound, clock.millis());
        return postAs(operator, id, cid, words, rule);
    }

    /** Adds words that only operators see; not only the owner may. */
    public Posted note(OperatorId operator, ConversationId id, ClientId cid, String text) {
        PostRule rule = (held, sound) -> Ruling.note(held, operator, cid, sound.text(), clock.millis());
        return postAs(operator, id, cid, new Words.Plain(text), rule);
    }

    /** Makes the operator the owner of a waiting conversation, if it is still what it was in that version. */
    public Outcome take(OperatorId operator, ConversationId id, int version) {
        return take(operator, id, version, true);
    }

    /**
     * The same.
     *
     * @param picks whether they may although another operator is asked
     */
    public Outcome take(OperatorId operator, ConversationId id, int version, boolean picks) {
        return order(id, held -> Ruling.take(held, operator, version, picks, clock.millis()));
    }

    /** Asks an operator to take it until the time; whoever had it before has it no more. For the router. */
    public Outcome offer(ConversationId id, int version, OperatorId to, long until, Set<OperatorId> passed, Why why) {
        return order(id, held -> Ruling.offer(held, version, to, until, passed, why, clock.millis()));
    }

    /** Lets it wait for somebody free; whoever had it before has it no more. For the router. */
    public Outcome queue(ConversationId id, int version, Set<OperatorId> passed, Why why) {
        return order(id, held -> Ruling.queue(held, version, passed, why, clock.millis()));
    }

    /** Moves what nobody took to another department. For the router. */
    public Outcome overflow(ConversationId id, int version, DepartmentId to) {
        return order(id, held -> Ruling.overflow(held, version, to, clock.millis()));
    }

    /** Who answered the visitor before, in the last conversation that somebody answered. */
    public Optional<OperatorId> regularOf(VisitorId visitor) {
        return store.lastOwner(visitor);
    }

    /** Returns the owner's conversation to the queue, where it waits since when it waited. */
    public Outcome giveBack(OperatorId operator, ConversationId id, int version) {
        return order(id, held -> Ruling.giveBack(held, operator, version, clock.millis()));
    }

    /** Ends the owner's conversation. */
    public Outcome close(OperatorId operator, ConversationId id, int version) {
        return order(id, held -> Ruling.close(held, operator, version, clock.millis()));
    }

    /**
     * Hands the owner's conversation over: to a department at once, to an operator when they accept it; when the visitor is to
     * be asked, after that.
     */
    public Outcome handOver(OperatorId operator, ConversationId id, int version, Transfer transfer) {
        return order(id, held -> Handing.begin(held, operator, version, transfer, clock.millis()));
    }

    /** Makes the one it is handed over to its owner. */
    public Outcome accept(OperatorId operator, ConversationId id, int version) {
        return order(id, held -> Handing.accept(held, operator, version, clock.millis()));
    }

    /** The one it is handed over to says no, or its owner keeps it after all. */
    public Outcome decline(OperatorId operator, ConversationId id, int version) {
        return order(id, held -> Handing.decline(held, operator, version));
    }

    /** The hand-over is off: nobody answered in time. For the router. */
    public Outcome lapse(ConversationId id, int version) {
        return order(id, held -> Handing.lapse(held, version));
    }

    /** Makes the operator the owner, whoever was before. Whether they may is asked elsewhere. */
    public Outcome takeOver(OperatorId operator, ConversationId id, int version) {
        return order(id, held -> Handing.takeOver(held, operator, version, clock.millis()));
    }

    /**
     * The visitor agrees to a hand-over or does not.
     *
     * @param until by when the one who is to receive it has to accept
     */
    public Outcome consent(VisitorId visitor, ConversationId id, boolean agreed, long until) {
        return order(
                id,
                held -> held.facts().visitor().equals(visitor)
                        ? Handing.consent(held, agreed, until, clock.millis())
                        : new Ruling.Denied(new Refusal.ConversationUnknown()));
    }

    /** Ends a conversation of the visitor, whoever owns it. */
    public Outcome endByVisitor(VisitorId visitor, ConversationId id) {
        return order(
                id,
                held -> held.facts().visitor().equals(visitor)
                        ? Ruling.end(held, clock.millis())
                        : new Ruling.Denied(new Refusal.ConversationUnknown()));
    }

    /** Ends a conversation in whatever state it is, because its visitor is served no more. */
    public Outcome dismiss(OperatorId operator, ConversationId id) {
        return order(id, held -> Ruling.dismiss(held, operator, clock.millis()));
    }

    /**
     * Moves a side's mark of what it has seen of the public stream: forward only, to the top at most. A mark that cannot be
     * stored is forgotten, since a later one says the same.
     */
    public void seen(ConversationId id, Side side, long seq) {
        try {
            database.write(tx -> {
                Optional<SeenChanged> moved = store.seen(tx, id, side, seq);
                moved.ifPresent(news -> tx.afterCommit(() -> bus.publish(news)));
                return moved;
            });
        } catch (StorageException trouble) {
            log.atDebug().setCause(trouble).log("conversation.seen.forgotten");
        }
    }

    /**
     * An operator writes first: opens a conversation with a visitor who has none, and owns it.
     *
     * @param opening where the visitor is and what he speaks
     */
    public Posted openByOperator(OperatorId operator, Visitor visitor, ClientId cid, String text, Opening opening) {
        return post(new Words.Plain(text), MessageText.OPERATOR_LIMIT, (tx, sound) -> {
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

    /** Notes where a visitor goes in his open conversation; false when he has none, enough is noted, or it is not stored. */
    boolean stepped(VisitorId visitor, EventBody step) {
        try {
            return database.write(tx -> store.heldOpen(tx, visitor)
                    .filter(held -> held.facts().internalTop() < NOTED_BESIDE)
                    .map(held -> {
                        Change change = Change.of(held)
                                .plus(Stream.INTERNAL, clock.millis(), new Author.OfSystem(), null, step);
                        store.append(tx, change);
                        tell(tx, change);
                        return true;
                    })
                    .orElse(false));
        } catch (StorageException trouble) {
            return false;
        }
    }

    public Optional<Conversation> byId(ConversationId id) {
        return store.byId(id);
    }

    /** The conversation by the name its visitor knows; nothing when it is another's. */
    public Optional<Conversation> byKey(VisitorId visitor, String key) {
        return store.byKey(visitor, key);
    }

    /** Those not closed, of all sites, oldest first. */
    public List<Conversation> open(int limit) {
        return store.open(limit);
    }

    /** Whether the site has any, open or closed. */
    public boolean anyOf(SiteId site) {
        return store.anyOf(site);
    }

    /** Those of the visitor's newest 50 that were not closed before the time, oldest first. */
    public List<Conversation> ofVisitor(VisitorId visitor, long since) {
        return store.ofVisitor(visitor, null, RECENT).reversed().stream()
                .filter(each -> !(each instanceof Conversation.Closed closed) || closed.closedAt() >= since)
                .toList();
    }

    /** All of a visitor's conversations, newest first. */
    public ConversationPage history(VisitorId visitor, @Nullable ConversationId before, int limit) {
        return ConversationPage.of(store.ofVisitor(visitor, before, limit + 1), limit);
    }

    /** Those closed, the last opened first. */
    public ConversationPage closed(ClosedFilter filter, @Nullable ConversationId before, int limit) {
        return ConversationPage.of(store.closed(filter, before, limit + 1), limit);
    }

    /** The first events above a seq, ascending. */
    public List<Event> events(ConversationId id, Stream stream, long after, int limit) {
        return store.after(id, stream, after, limit);
    }

    /** The last events below a seq, ascending. */
    public List<Event> eventsBefore(ConversationId id, Stream stream, long before, int limit) {
        return store.before(id, stream, before, limit).reversed();
    }

    /** How many messages of operators the visitor hasn't seen; more than 100 count as 100. */
    public int unread(Conversation conversation) {
        Facts facts = conversation.facts();
        return facts.visitorSeen() >= facts.publicTop()
                ? 0
                : store.answersAfter(facts.id(), facts.visitorSeen(), UNREAD);
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

    private Posted postAs(OperatorId operator, ConversationId id, ClientId cid, Words words, PostRule rule) {
        return post(words, MessageText.OPERATOR_LIMIT, (tx, sound) -> {
            Optional<Conversation> held = store.held(tx, id);
            if (held.isEmpty()) {
                return new Posted.Refused(new Refusal.ConversationUnknown());
            }
            Optional<Posted.Stored> sent = store.sent(tx, operator, id, cid);
            if (sent.isPresent()) {
                return sent.get();
            }
            return switch (rule.apply(held.get(), sound)) {
                case Ruling.Allowed(Change change) -> appended(tx, change);
                case Ruling.Denied(Refusal refusal) -> new Posted.Refused(refusal);
                case Ruling.Already(Conversation now) ->
                    throw new IllegalStateException("words are never there already by the rules: " + now.id());
            };
        });
    }

    private Posted post(Words words, int limit, BiFunction<Transaction, EventBody.Message, Posted> work) {
        return switch (MessageText.of(words, limit)) {
            case MessageText.Unsound(Refusal refusal) -> new Posted.Refused(refusal);
            case MessageText.Sound(EventBody.Message sound) -> {
                try {
                    yield database.write(tx -> work.apply(tx, sound));
                } catch (StorageException trouble) {
                    yield new Posted.Refused(Refusal.of(trouble));
                }
            }
        };
    }

    private Outcome order(ConversationId id, Function<Conversation, Ruling> rule) {
        try {
            return database.write(tx -> store.held(tx, id)
                    .map(held -> carriedOut(tx, rule.apply(held)))
                    .orElseGet(() -> new Outcome.Refused(new Refusal.ConversationUnknown())));
        } catch (StorageException trouble) {
            return new Outcome.Refused(Refusal.of(trouble));
        }
    }

    private Outcome carriedOut(Transaction tx, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Allowed(Change change) -> {
                store.turn(tx, change);
                tell(tx, change);
                yield new Outcome.Done(change.now());
            }
            case Ruling.Already(Conversation now) -> new Outcome.Done(now);
            case Ruling.Denied(Refusal refusal) -> new Outcome.Refused(refusal);
        };
    }

    private Posted appended(Transaction tx, Change change) {
        store.append(tx, change);
        return told(tx, change);
    }

    private Posted told(Transaction tx, Change change) {
        tell(tx, change);
        return Posted.Stored.last(change);
    }

    private void tell(Transaction tx, Change change) {
        tx.afterCommit(() -> bus.publish(new ConversationChanged(change.now(), change.events())));
    }
}
