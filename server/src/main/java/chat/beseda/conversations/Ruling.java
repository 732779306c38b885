package chat.beseda.conversations;

import static chat.beseda.events.Stream.INTERNAL;
import static chat.beseda.events.Stream.PUBLIC;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Offered;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.ClosedBy;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventBody.Left.Reason;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.visitors.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules say to something somebody wants of a conversation. They ask nobody: the state and the time are given. */
sealed interface Ruling {

    /** It shall be so. */
    record Allowed(Change change) implements Ruling {}

    /** It is so already: the order came again. */
    record Already(Conversation now) implements Ruling {}

    record Denied(Refusal refusal) implements Ruling {}

    /** Whether an operator's words may be said in a conversation as it is now. */
    interface OfWords {
        Ruling judge(Conversation held, EventBody.Message words);
    }

    /** A visitor's first words in a conversation that is nothing but its facts yet. */
    static Change opening(Facts facts, @Nullable Page page, ClientId cid, EventBody.Message words) {
        long at = facts.openedAt();
        var visitor = new Author.OfVisitor();
        return Change.of(new Waiting(facts))
                .plus(PUBLIC, at, visitor, null, new EventBody.Opened(page))
                .plusMessage(at, visitor, cid, words);
    }

    /** A conversation that an operator begins: nothing but its facts and the page the visitor is on. */
    static Change beginning(Facts facts, OperatorId by, @Nullable Page page) {
        return Change.of(new Waiting(facts))
                .plus(PUBLIC, facts.openedAt(), new Author.OfOperator(by), null, new EventBody.Opened(page));
    }

    /** The operator who began it owns it and says the first words. */
    static Change first(Conversation begun, OperatorId by, ClientId cid, EventBody.Message words) {
        long at = begun.facts().openedAt();
        var author = new Author.OfOperator(by);
        return Change.of(new Active(begun.facts().withNextVersion(), by, at))
                .plus(PUBLIC, at, author, null, new EventBody.Joined(by))
                .plusMessage(at, author, cid, words);
    }

    static Ruling message(
            Conversation conversation, OperatorId by, int version, ClientId cid, EventBody.Message words, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) ->
                new Allowed(Change.of(active).plusMessage(at, new Author.OfOperator(by), cid, words));
            case Active active -> notOwner(active);
            case Waiting _, Offered _ -> notOwner(conversation);
            case Closed closed -> isClosed();
        };
    }

    static Ruling note(Conversation conversation, OperatorId by, ClientId cid, EventBody.Note note, long at) {
        return switch (conversation) {
            case Waiting _, Offered _, Active _ ->
                new Allowed(Change.of(conversation).plus(INTERNAL, at, new Author.OfOperator(by), cid, note));
            case Closed closed -> isClosed();
        };
    }

    /**
     * An operator takes what is nobody's.
     *
     * @param picks whether they may although another one is asked
     */
    static Ruling take(Conversation conversation, OperatorId by, int version, boolean picks, long at) {
        return switch (conversation) {
            case Waiting waiting when isOf(version, waiting) -> taken(waiting, by, at);
            case Offered offered when !isOf(version, offered) -> notOwner(offered);
            case Offered offered when picks || offered.to().equals(by) -> taken(offered, by, at);
            case Offered offered -> new Denied(new Refusal.OfferedToAnother(offered.to()));
            case Waiting waiting -> notOwner(waiting);
            case Active active when active.owner().equals(by) -> new Already(active);
            case Active active -> new Denied(new Refusal.Taken(active.owner()));
            case Closed closed -> isClosed();
        };
    }

    private static Ruling taken(Conversation free, OperatorId by, long at) {
        boolean asked = free instanceof Offered offered && offered.to().equals(by);
        return new Allowed(Change.of(new Active(free.facts().passedBy(Set.of()).ahead(false), by, at))
                .ending(free, asked ? Change.OfferEnd.Result.TAKEN : Change.OfferEnd.Result.WITHDRAWN, at)
                .plus(PUBLIC, at, new Author.OfOperator(by), null, new EventBody.Joined(by)));
    }

    static Ruling giveBack(Conversation conversation, OperatorId by, int version, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) ->
                new Allowed(Change.of(
                                new Waiting(active.facts().queued(active.facts().department(), at, Set.of(by))))
                        .plus(PUBLIC, at, new Author.OfOperator(by), null, left(by, Reason.GAVE_BACK)));
            case Active active -> notOwner(active);
            case Waiting _, Offered _ -> notOwner(conversation);
            case Closed closed -> isClosed();
        };
    }

    static Ruling close(Conversation conversation, OperatorId by, int version, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) ->
                new Allowed(closing(active.closed(ClosedBy.OPERATOR, at), new Author.OfOperator(by)));
            case Active active -> notOwner(active);
            case Waiting _, Offered _ -> notOwner(conversation);
            case Closed closed when by.equals(closed.owner()) -> new Already(closed);
            case Closed closed -> isClosed();
        };
    }

    static Ruling end(Conversation conversation, long at) {
        return end(conversation, ClosedBy.VISITOR, new Author.OfVisitor(), at);
    }

    /** Ends it in whatever state it is: its visitor is served no more. */
    static Ruling dismiss(Conversation conversation, OperatorId operator, long at) {
        return end(conversation, ClosedBy.OPERATOR, new Author.OfOperator(operator), at);
    }

    private static Ruling end(Conversation conversation, ClosedBy by, Author author, long at) {
        return switch (conversation) {
            case Waiting _, Offered _ -> {
                var unanswered = new Closed(conversation.facts().withNextVersion(), null, null, at, by);
                yield new Allowed(
                        closing(unanswered, author).ending(conversation, Change.OfferEnd.Result.WITHDRAWN, at));
            }
            case Active active -> new Allowed(closing(active.closed(by, at), author));
            case Closed closed -> new Already(closed);
        };
    }

    /** The router asks an operator; whoever had it before has it no more. */
    static Ruling offer(
            Conversation conversation,
            int version,
            OperatorId to,
            long until,
            Set<OperatorId> passed,
            Why why,
            long at) {
        return moved(conversation, version, why, at, new Offered(inQueue(conversation, passed, at), to, at, until));
    }

    /** The router lets it wait. */
    static Ruling queue(Conversation conversation, int version, Set<OperatorId> passed, Why why, long at) {
        return moved(conversation, version, why, at, new Waiting(inQueue(conversation, passed, at)));
    }

    /** What nobody took goes to another department. */
    static Ruling overflow(Conversation conversation, int version, @Nullable DepartmentId department, long at) {
        Facts there = conversation.facts().queued(department, at, Set.of());
        return moved(conversation, version, Why.GONE, at, new Waiting(there));
    }

    private static Facts inQueue(Conversation conversation, Set<OperatorId> passed, long at) {
        Facts facts = conversation.facts();
        return conversation instanceof Active
                ? facts.queued(facts.department(), at, passed).ahead(true)
                : facts.passedBy(passed);
    }

    private static Ruling moved(Conversation before, int version, Why why, long at, Conversation after) {
        return switch (before) {
            case Closed closed -> isClosed();
            case Waiting waiting when isOf(version, waiting) -> new Allowed(Change.of(after));
            case Offered offered
            when isOf(version, offered) -> new Allowed(Change.of(after).ending(offered, result(why), at));
            case Active active
            when isOf(version, active) ->
                new Allowed(Change.of(after)
                        .plus(PUBLIC, at, new Author.OfSystem(), null, left(active.owner(), Reason.LOST)));
            case Waiting _, Offered _, Active _ -> notOwner(before);
        };
    }

    private static Change.OfferEnd.Result result(Why why) {
        return switch (why) {
            case MISSED -> Change.OfferEnd.Result.MISSED;
            case REFUSED -> Change.OfferEnd.Result.REFUSED;
            case GONE, LOST -> Change.OfferEnd.Result.GONE;
            case FREE -> Change.OfferEnd.Result.WITHDRAWN;
        };
    }

    private static EventBody left(OperatorId operator, Reason reason) {
        return new EventBody.Left(operator, reason);
    }

    private static Change closing(Closed closed, Author author) {
        return Change.of(closed).plus(PUBLIC, closed.closedAt(), author, null, new EventBody.Closed(closed.by()));
    }

    private static boolean isOf(int version, Conversation conversation) {
        return conversation.facts().version() == version;
    }

    private static boolean owns(OperatorId operator, int version, Active active) {
        return active.owner().equals(operator) && isOf(version, active);
    }

    /** It is not the one's who orders, or not as it was; or it has ended. */
    static Ruling notOwner(Conversation conversation) {
        return conversation instanceof Closed
                ? isClosed()
                : new Denied(new Refusal.NotOwner(
                        conversation.owner(), conversation.facts().version()));
    }

    private static Ruling isClosed() {
        return new Denied(new Refusal.ConversationClosed());
    }
}
