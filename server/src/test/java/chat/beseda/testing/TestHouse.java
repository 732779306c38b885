package chat.beseda.testing;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.OperatorId;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Visitors and conversations on a database of a test's own, with ready-made ones: {@code aSite()}, {@code aVisitor()}, {@code
 * aConversation()}. Thread-safe.
 */
public final class TestHouse implements AutoCloseable {
    public final TestClock clock = new TestClock();
    public final RecordingBus bus = new RecordingBus();
    public final Database database;
    public final Visitors visitors;
    public final Conversations conversations;

    private final TestDatabase opened;
    private final IdSource ids = new IdSource(clock);
    private final RandomTokens tokens = new RandomTokens();
    private final AtomicLong made = new AtomicLong();

    public TestHouse(TestEngine engine) {
        opened = engine.open();
        database = opened.database();
        visitors = new Visitors(database, bus, ids, clock);
        conversations = new Conversations(database, bus, ids, clock);
    }

    /** A site nobody has been to. */
    public SiteId aSite() {
        return new SiteId(made.incrementAndGet());
    }

    /** An operator nobody has seen. */
    public OperatorId anOperator() {
        return new OperatorId(made.incrementAndGet());
    }

    public Visitor aVisitor() {
        return aVisitor(aSite());
    }

    public Visitor aVisitor(SiteId site) {
        return visitors.recognise(site, null, null, true).visitor();
    }

    public ClientId aClientId() {
        return new ClientId(tokens.name());
    }

    public Page aPage() {
        return new Page("https://shop.example/kettles", "Kettles", "");
    }

    /** A waiting one with a question in it, of a new visitor of a new site. */
    public Conversation.Waiting aConversation() {
        return aConversation(aVisitor());
    }

    public Conversation.Waiting aConversation(Visitor visitor) {
        Posted posted = conversations.postByVisitor(visitor, aClientId(), "Is the blue kettle in stock?", aPage());
        return switch (posted) {
            case Posted.Stored stored ->
                (Conversation.Waiting) conversations.byId(stored.conversation()).orElseThrow();
            case Posted.Refused refused -> throw new IllegalStateException("not opened: " + refused);
        };
    }

    /** A new one that the operator has taken. */
    public Conversation.Active aConversationOf(OperatorId owner) {
        Conversation waiting = aConversation();
        return switch (conversations.take(owner, waiting.id(), waiting.facts().version())) {
            case Outcome.Done(Conversation.Active taken) -> taken;
            case Outcome outcome -> throw new IllegalStateException("not taken: " + outcome);
        };
    }

    /** A new one that its visitor has ended. */
    public Conversation.Closed aConversationThatIsOver() {
        Visitor visitor = aVisitor();
        return switch (conversations.endByVisitor(
                visitor.id(), aConversation(visitor).id())) {
            case Outcome.Done(Conversation.Closed closed) -> closed;
            case Outcome outcome -> throw new IllegalStateException("not ended: " + outcome);
        };
    }

    @Override
    public void close() {
        opened.close();
    }
}
