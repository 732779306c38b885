package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.formatting.Words;
import chat.beseda.mentions.Mentions;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.tags.TagId;
import chat.beseda.tags.Taggings;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private static final int RECENT = 50;
    private static final int UNREAD = 100;
    private static final int NOTED_BESIDE = 200;
    private static final Logger log = LoggerFactory.getLogger(Conversations.class);

    private final Database database;
    private final ConversationStore store;
    private final Bus bus;
    private final Clock clock;
    private final Posting posting;
    private final Mentions mentions;
    private final Taggings taggings;

    public Conversations(Database database, Bus bus, IdSource ids, Clock clock) {
        this.database = database;
        this.store = new SqlConversationStore(database);
        this.bus = bus;
        this.clock = clock;
        this.mentions = new Mentions(database, bus);
        this.posting = new Posting(database, store, mentions, bus, ids, clock);
        this.taggings = new Taggings(database);
    }

    /**
     * What somebody says.
     *
     * @param files ids of the sender's own, whole ones
     * @param reply seq of the message of the public stream they answer; null when of none in particular
     * @param mail address they came from by e-mail; null when they did not
     */
    public record Saying(
            Words words,
            List<String> files,
            @Nullable Long reply,
            @Nullable String mail) {
        public Saying {
            files = List.copyOf(files);
        }

        public Saying(Words words, List<String> files) {
            this(words, files, null, null);
        }

        /** Words alone. */
        public static Saying of(String text) {
            return new Saying(new Words.Plain(text), List.of());
        }
    }

    /**
     * Adds a visitor's words to his open conversation, or opens one with them. Sent again by the same client id they are found
     * in whichever of his conversations they are, open or closed. The page he is on is remembered when a conversation opens.
     */
    public Posted postByVisitor(Visitor visitor, ClientId cid, String text, @Nullable Page page) {
        return postByVisitor(visitor, Opening.on(page), cid, Saying.of(text));
    }

    /** The same, with what else is known if a conversation opens. */
    public Posted postByVisitor(Visitor visitor, Opening opening, ClientId cid, String text) {
        return postByVisitor(visitor, opening, cid, Saying.of(text));
    }

    /** The same, perhaps with files. */
    public Posted postByVisitor(Visitor visitor, Opening opening, ClientId cid, Saying said) {
        return posting.byVisitor(visitor, opening, cid, said);
    }

    /** Adds the owner's words. The version is that of the ownership he knows. */
    public Posted postByOperator(OperatorId operator, ConversationId id, int version, ClientId cid, String text) {
        return postByOperator(operator, id, version, cid, Saying.of(text));
    }

    /** The same, perhaps formatted or with files. */
    public Posted postByOperator(OperatorId operator, ConversationId id, int version, ClientId cid, Saying said) {
        return posting.byOperator(
                operator,
                id,
                cid,
                said,
                (held, sound) -> Ruling.message(held, operator, version, cid, sound, clock.millis()));
    }

    /** Adds words that only operators see; not only the owner may. */
    public Posted note(OperatorId operator, ConversationId id, ClientId cid, String text) {
        return note(operator, id, cid, new EventBody.Note(text));
    }

    /** The same, perhaps about a message and with colleagues who are told; whether these may read it is asked elsewhere. */
    public Posted note(OperatorId operator, ConversationId id, ClientId cid, EventBody.Note note) {
        return posting.byOperator(
                operator,
                id,
                cid,
                new Saying(new Words.Plain(note.text()), List.of(), note.reply(), null),
                (held, sound) -> Ruling.note(
                        held,
                        operator,
                        cid,
                        new EventBody.Note(sound.text(), sound.reply(), note.mentions()),
                        clock.millis()));
    }

    /** Puts an existing tag on or takes it off, also when it is over: in the log of one that goes on stands who did. */
    public Outcome tag(OperatorId by, ConversationId id, TagId tag, boolean on) {
        return within(id, (tx, held) -> new Outcome.Done(tagged(tx, by, held, tag, on)));
    }

    private Conversation tagged(Transaction tx, OperatorId by, Conversation held, TagId tag, boolean on) {
        if (!taggings.say(tx, held.id().value(), tag, on, by.value(), clock.millis())) {
            return held;
        }
        if (held instanceof Conversation.Closed) {
            posting.tell(tx, Change.of(held));
            return held;
        }
        return notedBeside(tx, held, new Author.OfOperator(by), new EventBody.Tagged(tag, on));
    }

    /** Writes beside a conversation, for operators only, what became of it elsewhere; nothing when it is not {@code still} so. */
    public boolean noteBeside(Transaction tx, ConversationId id, Predicate<Conversation> still, EventBody what) {
        return store.held(tx, id)
                .filter(still)
                .map(held -> notedBeside(tx, held, new Author.OfSystem(), what))
                .isPresent();
    }

    private Conversation notedBeside(Transaction tx, Conversation held, Author by, EventBody what) {
        Change change = Change.of(held).plus(Stream.INTERNAL, clock.millis(), by, null, what);
        store.append(tx, change);
        posting.tell(tx, change);
        return change.now();
    }

    /** Where colleagues mentioned each other. */
    public Mentions mentions() {
        return mentions;
    }

    /** Makes the operator the owner of a waiting conversation, if it is still what it was in that version. */
    public Outcome take(OperatorId operator, ConversationId id, int version) {
        return take(operator, id, version, true);
    }

    /** The same; {@code picks}: they may although another operator is asked. */
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
        return posting.opening(operator, visitor, cid, text, opening);
    }

    /** Notes where a visitor goes in his open conversation; false when he has none, enough is noted, or it is not stored. */
    boolean stepped(VisitorId visitor, EventBody step) {
        try {
            return database.write(tx -> store.heldOpen(tx, visitor)
                    .filter(held -> held.facts().internalTop() < NOTED_BESIDE)
                    .map(held -> notedBeside(tx, held, new Author.OfSystem(), step))
                    .isPresent());
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
        return store.ofVisitors(List.of(visitor), null, RECENT).reversed().stream()
                .filter(each -> !(each instanceof Conversation.Closed closed) || closed.closedAt() >= since)
                .toList();
    }

    /** All conversations of visitors, newest first. */
    public ConversationPage history(Collection<VisitorId> visitors, @Nullable ConversationId before, int limit) {
        return ConversationPage.of(store.ofVisitors(visitors, before, limit + 1), limit);
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

    /** Which of them are marked with which tags. */
    public Taggings taggings() {
        return taggings;
    }

    /** How many messages of operators the visitor hasn't seen; more than 100 count as 100. */
    public int unread(Conversation conversation) {
        Facts facts = conversation.facts();
        return facts.visitorSeen() >= facts.publicTop()
                ? 0
                : store.answersAfter(facts.id(), facts.visitorSeen(), UNREAD);
    }

    private Outcome order(ConversationId id, Function<Conversation, Ruling> rule) {
        return within(id, (tx, held) -> carriedOut(tx, rule.apply(held)));
    }

    private Outcome within(ConversationId id, BiFunction<Transaction, Conversation, Outcome> work) {
        try {
            return database.write(tx -> store.held(tx, id)
                    .map(held -> work.apply(tx, held))
                    .orElseGet(() -> new Outcome.Refused(new Refusal.ConversationUnknown())));
        } catch (StorageException trouble) {
            return new Outcome.Refused(Refusal.of(trouble));
        }
    }

    private Outcome carriedOut(Transaction tx, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Allowed(Change change) -> {
                store.turn(tx, change);
                posting.tell(tx, change);
                yield new Outcome.Done(change.now());
            }
            case Ruling.Already(Conversation now) -> new Outcome.Done(now);
            case Ruling.Denied(Refusal refusal) -> new Outcome.Refused(refusal);
        };
    }
}
