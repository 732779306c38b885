package chat.beseda.conversations;

import static chat.beseda.conversations.Stream.INTERNAL;
import static chat.beseda.conversations.Stream.PUBLIC;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.operators.OperatorId;
import chat.beseda.visitors.Page;
import org.jspecify.annotations.Nullable;

/** What the rules say to something somebody wants of a conversation. They ask nobody: the state and the time are given. */
sealed interface Ruling {

    /** It shall be so. */
    record Allowed(Change change) implements Ruling {}

    /** It is so already: the order came again. */
    record Already(Conversation now) implements Ruling {}

    record Denied(Refusal refusal) implements Ruling {}

    /** A visitor's first words in a conversation that is nothing but its facts yet. */
    static Change opening(Facts facts, @Nullable Page page, ClientId cid, String text) {
        long at = facts.openedAt();
        var visitor = new Author.OfVisitor();
        return Change.of(new Waiting(facts))
                .plus(PUBLIC, at, visitor, null, new EventBody.Opened(page))
                .plusMessage(at, visitor, cid, text);
    }

    static Ruling message(Conversation conversation, OperatorId by, int version, ClientId cid, String text, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) ->
                new Allowed(Change.of(active).plusMessage(at, new Author.OfOperator(by), cid, text));
            case Active active -> notOwner(active);
            case Waiting waiting -> notOwner(waiting);
            case Closed closed -> isClosed();
        };
    }

    static Ruling note(Conversation conversation, OperatorId by, ClientId cid, String text, long at) {
        return switch (conversation) {
            case Waiting _, Active _ ->
                new Allowed(Change.of(conversation)
                        .plus(INTERNAL, at, new Author.OfOperator(by), cid, new EventBody.Note(text)));
            case Closed closed -> isClosed();
        };
    }

    static Ruling take(Conversation conversation, OperatorId by, int version, long at) {
        return switch (conversation) {
            case Waiting waiting
            when waiting.facts().version() == version ->
                new Allowed(Change.of(waiting.taken(by, at))
                        .plus(PUBLIC, at, new Author.OfOperator(by), null, new EventBody.Joined(by)));
            case Waiting waiting -> notOwner(waiting);
            case Active active when active.owner().equals(by) -> new Already(active);
            case Active active -> new Denied(new Refusal.Taken(active.owner()));
            case Closed closed -> isClosed();
        };
    }

    static Ruling giveBack(Conversation conversation, OperatorId by, int version, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) ->
                new Allowed(Change.of(active.givenBack())
                        .plus(PUBLIC, at, new Author.OfOperator(by), null, new EventBody.Left(by)));
            case Active active -> notOwner(active);
            case Waiting waiting -> notOwner(waiting);
            case Closed closed -> isClosed();
        };
    }

    static Ruling close(Conversation conversation, OperatorId by, int version, long at) {
        return switch (conversation) {
            case Active active
            when owns(by, version, active) -> closed(active.closed(ClosedBy.OPERATOR, at), new Author.OfOperator(by));
            case Active active -> notOwner(active);
            case Waiting waiting -> notOwner(waiting);
            case Closed closed when by.equals(closed.owner()) -> new Already(closed);
            case Closed closed -> isClosed();
        };
    }

    static Ruling end(Conversation conversation, long at) {
        return switch (conversation) {
            case Waiting waiting -> closed(waiting.closed(ClosedBy.VISITOR, at), new Author.OfVisitor());
            case Active active -> closed(active.closed(ClosedBy.VISITOR, at), new Author.OfVisitor());
            case Closed closed -> new Already(closed);
        };
    }

    private static Ruling closed(Closed closed, Author author) {
        return new Allowed(
                Change.of(closed).plus(PUBLIC, closed.closedAt(), author, null, new EventBody.Closed(closed.by())));
    }

    private static boolean owns(OperatorId operator, int version, Active active) {
        return active.owner().equals(operator) && active.facts().version() == version;
    }

    private static Ruling notOwner(Conversation conversation) {
        return new Denied(
                new Refusal.NotOwner(conversation.owner(), conversation.facts().version()));
    }

    private static Ruling isClosed() {
        return new Denied(new Refusal.ConversationClosed());
    }
}
