package chat.beseda.conversations;

import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.VisitorId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Where conversations and their logs are kept. What is read within a transaction stays as it is until that ends. */
interface ConversationStore {

    Optional<Conversation> held(Transaction tx, ConversationId id);

    /** The one conversation of the visitor that is not closed. */
    Optional<Conversation> heldOpen(Transaction tx, VisitorId visitor);

    /** The same, once nobody else can be opening one for the visitor: another server may just have done so. */
    Optional<Conversation> heldOpenAlone(Transaction tx, VisitorId visitor);

    /** What the visitor sent by this name before, in whichever of his conversations. */
    Optional<Posted.Stored> sent(Transaction tx, VisitorId sender, ClientId cid);

    /** What the operator sent by this name before in this conversation. */
    Optional<Posted.Stored> sent(Transaction tx, OperatorId sender, ConversationId conversation, ClientId cid);

    /** When the visitor's conversation was opened that is so many before his newest. */
    OptionalLong openedAt(Transaction tx, VisitorId visitor, int before);

    /** Stores a new conversation with its events. */
    void open(Transaction tx, Change change);

    /** Stores the events and what they changed of the facts, the state being the same. */
    void append(Transaction tx, Change change);

    /** As {@link #append}, and stores the new state. */
    void turn(Transaction tx, Change change);

    /** Moves the mark forward, to the public top at most; what is to be told of it, nothing when it stays. */
    Optional<SeenChanged> seen(Transaction tx, ConversationId id, Side side, long seq);

    Optional<Conversation> byId(ConversationId id);

    Optional<Conversation> byKey(VisitorId visitor, String key);

    /** Those not closed, oldest first. */
    List<Conversation> open(int limit);

    /** Whether the site has one, open or closed. */
    boolean anyOf(SiteId site);

    /** Of any of the visitors, newest first, before an id. */
    List<Conversation> ofVisitors(Collection<VisitorId> visitors, @Nullable ConversationId before, int limit);

    /** The owner of the visitor's newest closed conversation that had one. */
    Optional<OperatorId> lastOwner(VisitorId visitor);

    /** Those closed, newest first, before an id. */
    List<Conversation> closed(ClosedFilter filter, @Nullable ConversationId before, int limit);

    /** Ascending. */
    List<Event> after(ConversationId id, Stream stream, long after, int limit);

    /** Descending. */
    List<Event> before(ConversationId id, Stream stream, long before, int limit);

    /** How many messages of operators lie above the seq, counted to the limit. */
    int answersAfter(ConversationId id, long seq, int limit);
}
