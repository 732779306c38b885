package chat.beseda.conversations;

import chat.beseda.cluster.Bus;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with conversations, and what can be asked of them. Thread-safe; calls block. */
@SuppressWarnings("DoNotCallSuggester")
public final class Conversations {
    public Conversations(Database database, Bus bus, IdSource ids, Clock clock) {}

    public Posted postByVisitor(Visitor visitor, ClientId cid, String text, @Nullable Page page) {
        throw new UnsupportedOperationException();
    }

    public Posted postByOperator(OperatorId operator, ConversationId id, int version, ClientId cid, String text) {
        throw new UnsupportedOperationException();
    }

    public Posted note(OperatorId operator, ConversationId id, ClientId cid, String text) {
        throw new UnsupportedOperationException();
    }

    public Outcome take(OperatorId operator, ConversationId id, int version) {
        throw new UnsupportedOperationException();
    }

    public Outcome giveBack(OperatorId operator, ConversationId id, int version) {
        throw new UnsupportedOperationException();
    }

    public Outcome close(OperatorId operator, ConversationId id, int version) {
        throw new UnsupportedOperationException();
    }

    public Outcome endByVisitor(VisitorId visitor, ConversationId id) {
        throw new UnsupportedOperationException();
    }

    public void seen(ConversationId id, Side side, long seq) {
        throw new UnsupportedOperationException();
    }

    public Optional<Conversation> byId(ConversationId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Conversation> byKey(VisitorId visitor, String key) {
        throw new UnsupportedOperationException();
    }

    public List<Conversation> open(int limit) {
        throw new UnsupportedOperationException();
    }

    public List<Conversation> ofVisitor(VisitorId visitor, long since) {
        throw new UnsupportedOperationException();
    }

    public ConversationPage history(VisitorId visitor, @Nullable ConversationId before, int limit) {
        throw new UnsupportedOperationException();
    }

    public ConversationPage closed(ClosedFilter filter, @Nullable ConversationId before, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<Event> events(ConversationId id, Stream stream, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    public List<Event> eventsBefore(ConversationId id, Stream stream, long before, int limit) {
        throw new UnsupportedOperationException();
    }
}
