package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.PostgresServer;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL: the row of a conversation, not our one writer, keeps the order there. */
class PostgresTwoNodesTest {
    private final String url = PostgresServer.shared().newDatabase();
    private final Database left = open();
    private final Database right = open();
    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock);
    private final RandomTokens tokens = new RandomTokens();

    @AfterEach
    void close() {
        left.close();
        right.close();
    }

    @Test
    void theLogIsDenseAndAWordSentToBothIsStoredOnce() throws Exception {
        var nodes = List.of(conversations(left), conversations(right));
        Visitor visitor = new Visitors(left, new RecordingBus(), ids, clock)
                .recognise(new SiteId(1), null, null, true)
                .visitor();
        var opened = (Posted.Stored) nodes.getFirst().postByVisitor(visitor, cid(), "Hello", null);
        List<ClientId> words = IntStream.range(0, 100).mapToObj(i -> cid()).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Posted>> sends = words.stream()
                    .flatMap(cid -> nodes.stream()
                            .<Callable<Posted>>map(node -> () -> node.postByVisitor(visitor, cid, "word", null)))
                    .toList();
            threads.invokeAll(sends)
                    .forEach(sent -> assertThat(sent.resultNow()).isInstanceOf(Posted.Stored.class));
        }

        List<Event> log = nodes.getLast().events(opened.conversation(), Stream.PUBLIC, 0, 1_000);
        assertThat(log.stream().map(Event::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 102).boxed().toList());
        assertThat(log.stream().skip(2).map(Event::cid)).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void firstWordsSentToBothOpenOneConversation() throws Exception {
        var nodes = List.of(conversations(left), conversations(right));
        var visitors = new Visitors(left, new RecordingBus(), ids, clock);
        for (int race = 0; race < 50; race++) {
            Visitor visitor =
                    visitors.recognise(new SiteId(1), null, null, true).visitor();
            ClientId cid = cid();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Posted>> sends = nodes.stream()
                        .<Callable<Posted>>map(node -> () -> node.postByVisitor(visitor, cid, "Hello", null))
                        .toList();
                threads.invokeAll(sends)
                        .forEach(sent -> assertThat(sent.resultNow()).isInstanceOf(Posted.Stored.class));
            }
            assertThat(nodes.getFirst().history(List.of(visitor.id()), null, 5).conversations())
                    .hasSize(1)
                    .allMatch(each -> each.facts().publicTop() == 2);
        }
    }

    @Test
    void oneOfTwoOperatorsGetsIt() throws Exception {
        var nodes = List.of(conversations(left), conversations(right));
        var visitors = new Visitors(left, new RecordingBus(), ids, clock);
        for (int race = 0; race < 50; race++) {
            Visitor visitor =
                    visitors.recognise(new SiteId(1), null, null, true).visitor();
            var opened = (Posted.Stored) nodes.getFirst().postByVisitor(visitor, cid(), "Hello", null);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Outcome>> takes = List.of(
                        () -> nodes.getFirst().take(new OperatorId(1), opened.conversation(), 0),
                        () -> nodes.getLast().take(new OperatorId(2), opened.conversation(), 0));
                var outcomes = threads.invokeAll(takes).stream()
                        .map(taken -> taken.resultNow())
                        .toList();
                assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Done.class);
                assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Refused.class);
            }
        }
    }

    private Database open() {
        return Database.open(new DatabaseAddress.PostgresServer(url), broken -> {});
    }

    private Conversations conversations(Database database) {
        return new Conversations(database, new RecordingBus(), ids, clock);
    }

    private ClientId cid() {
        return new ClientId(tokens.name());
    }
}
