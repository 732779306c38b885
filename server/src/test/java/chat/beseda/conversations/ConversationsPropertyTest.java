package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.Author;
import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import org.jspecify.annotations.Nullable;

/** A visitor and two operators do anything in any order, again and again: what must hold then. */
class ConversationsPropertyTest {
    private static final Duration PAUSE = Duration.ofMinutes(7);

    private final TestHouse house = new TestHouse(TestEngine.SQLITE);
    private final Conversations conversations = house.conversations;
    private final List<OperatorId> operators = List.of(house.anOperator(), house.anOperator());

    @AfterProperty
    void close() {
        house.close();
    }

    enum Verb {
        VISITOR_POSTS,
        OPERATOR_POSTS,
        OPERATOR_NOTES,
        TAKE,
        GIVE_BACK,
        CLOSE,
        VISITOR_ENDS
    }

    /**
     * Something somebody tries.
     *
     * @param who which operator
     * @param word which of the few client ids, so that they come again
     * @param late how many versions ago he looked
     */
    record Attempt(Verb verb, int who, int word, int late) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, Verb.VISITOR_POSTS),
                                Tuple.of(4, Verb.OPERATOR_POSTS),
                                Tuple.of(1, Verb.OPERATOR_NOTES),
                                Tuple.of(4, Verb.TAKE),
                                Tuple.of(3, Verb.GIVE_BACK),
                                Tuple.of(1, Verb.CLOSE),
                                Tuple.of(1, Verb.VISITOR_ENDS)),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1)))
                .as(Attempt::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 150)
    void whateverIsTriedTheLawsHold(@ForAll("attempts") List<Attempt> attempts) {
        house.bus.forget();
        var run = new Run(house.aVisitor());
        for (Attempt attempt : attempts) {
            house.clock.advance(PAUSE);
            run.attempt(attempt);
        }
        List<Conversation> all =
                conversations.history(List.of(run.visitor.id()), null, 1_000).conversations();
        assertThat(all.stream().filter(each -> !(each instanceof Closed)).count())
                .isLessThanOrEqualTo(1);
        for (Conversation conversation : all) {
            logIsDense(conversation);
            newsIsTheLog(conversation);
            storyIsLawful(conversation);
        }
        run.acknowledged.values().forEach(this::isStored);
        run.closed
                .values()
                .forEach(closed -> assertThat(conversations.byId(closed.id())).contains(closed));
    }

    private void logIsDense(Conversation conversation) {
        Facts facts = conversation.facts();
        for (Stream stream : Stream.values()) {
            assertThat(log(conversation, stream).stream().map(Event::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, facts.top(stream)).boxed().toList());
        }
    }

    /** The last news is the state, and all news together are the log. */
    private void newsIsTheLog(Conversation conversation) {
        List<ConversationChanged> news = house.bus.news(ConversationChanged.class).stream()
                .filter(item -> item.now().id().equals(conversation.id()))
                .toList();
        assertThat(news.getLast().now()).isEqualTo(conversation);
        for (Stream stream : Stream.values()) {
            assertThat(news.stream().flatMap(item -> item.events().stream()).filter(event -> event.stream() == stream))
                    .containsExactlyElementsOf(log(conversation, stream));
        }
    }

    /** The public stream retold: opened first, one owner at a time who alone answers, closed last. */
    private void storyIsLawful(Conversation conversation) {
        @Nullable OperatorId owner = null;
        boolean closed = false;
        long turns = 0;
        for (Event event : log(conversation, Stream.PUBLIC)) {
            assertThat(closed).isFalse();
            switch (event.body()) {
                case EventBody.Opened opened -> assertThat(event.seq()).isEqualTo(1);
                case EventBody.Message message -> assertThat(event.author()).isIn(speakers(owner));
                case EventBody.Joined(OperatorId joined) -> {
                    assertThat(owner).isNull();
                    owner = joined;
                    turns++;
                }
                case EventBody.Left(OperatorId left, var reason) -> {
                    assertThat(left).isEqualTo(owner);
                    owner = null;
                    turns++;
                }
                case EventBody.Moved _, EventBody.LeftSite _, EventBody.CameBack _ ->
                    throw new AssertionError("where a visitor goes is not told in public");
                case EventBody.HandedOver handed -> throw new AssertionError("nobody hands over here");
                case EventBody.Closed end -> {
                    closed = true;
                    turns++;
                }
                case EventBody.Deleted _, EventBody.Changed _ -> throw new AssertionError("nobody corrects here");
                case EventBody.Returned returned -> throw new AssertionError("letters are not told of in public");
                case EventBody.Mailed mailed -> throw new AssertionError("letters are not told of in public");
                case EventBody.Tagged tagged -> throw new AssertionError("tags are not told in public");
                case EventBody.Note note -> throw new AssertionError("a note in the public stream");
            }
        }
        assertThat(conversation.owner()).isEqualTo(owner);
        assertThat(conversation instanceof Closed).isEqualTo(closed);
        assertThat(conversation.facts().version()).isEqualTo(turns);
    }

    private static List<Author> speakers(@Nullable OperatorId owner) {
        return owner == null
                ? List.of(new Author.OfVisitor())
                : List.of(new Author.OfVisitor(), new Author.OfOperator(owner));
    }

    private void isStored(Posted.Stored stored) {
        Event event = stored.event();
        assertThat(conversations.events(stored.conversation(), event.stream(), event.seq() - 1, 1))
                .containsExactly(event);
    }

    private List<Event> log(Conversation conversation, Stream stream) {
        return conversations.events(conversation.id(), stream, 0, 1_000);
    }

    /** One visitor's story as those see it who take part. */
    private final class Run {
        private final Visitor visitor;
        private final Map<String, Posted.Stored> acknowledged = new HashMap<>();
        private final Map<ConversationId, Conversation> closed = new HashMap<>();
        private final List<ClientId> words = new ArrayList<>();

        Run(Visitor visitor) {
            this.visitor = visitor;
            for (int i = 0; i <= 5; i++) {
                words.add(house.aClientId());
            }
        }

        void attempt(Attempt attempt) {
            if (attempt.verb() == Verb.VISITOR_POSTS) {
                ClientId cid = words.get(attempt.word());
                acknowledge("visitor " + cid, conversations.postByVisitor(visitor, cid, "?", null));
            } else {
                conversations
                        .history(List.of(visitor.id()), null, 1)
                        .conversations()
                        .forEach(newest -> on(newest, attempt));
            }
            conversations.history(List.of(visitor.id()), null, 1).conversations().stream()
                    .filter(Closed.class::isInstance)
                    .forEach(each -> closed.putIfAbsent(each.id(), each));
        }

        private void on(Conversation newest, Attempt attempt) {
            OperatorId operator = operators.get(attempt.who());
            ConversationId id = newest.id();
            int version = newest.facts().version() - attempt.late();
            ClientId cid = words.get(attempt.word());
            String sender = operator + " " + id + " " + cid;
            switch (attempt.verb()) {
                case OPERATOR_POSTS -> {
                    Posted posted = conversations.postByOperator(operator, id, version, cid, "!");
                    boolean again = acknowledged.containsKey(sender);
                    boolean owns =
                            newest instanceof Active active && active.owner().equals(operator);
                    assertThat(posted instanceof Posted.Stored).isEqualTo(again || (owns && attempt.late() == 0));
                    acknowledge(sender, posted);
                }
                case OPERATOR_NOTES -> acknowledge(sender, conversations.note(operator, id, cid, "…"));
                case TAKE -> {
                    boolean done = conversations.take(operator, id, version) instanceof Outcome.Done;
                    boolean free = newest instanceof Waiting && attempt.late() == 0;
                    assertThat(done).isEqualTo(free || (newest instanceof Active && operator.equals(newest.owner())));
                }
                case GIVE_BACK -> conversations.giveBack(operator, id, version);
                case CLOSE -> conversations.close(operator, id, version);
                case VISITOR_ENDS -> conversations.endByVisitor(visitor.id(), id);
                case VISITOR_POSTS -> throw new IllegalStateException("needs no conversation");
            }
        }

        private void acknowledge(String sender, Posted posted) {
            if (posted instanceof Posted.Stored stored) {
                Posted.Stored earlier = acknowledged.putIfAbsent(sender, stored);
                assertThat(stored.dup()).isEqualTo(earlier != null);
                if (earlier != null) {
                    assertThat(stored.event()).isEqualTo(earlier.event());
                    assertThat(stored.conversation()).isEqualTo(earlier.conversation());
                }
            }
        }
    }
}
