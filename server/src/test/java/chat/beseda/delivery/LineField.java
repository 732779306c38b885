package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.OperatorId;
import chat.beseda.security.RandomTokens;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.TestLine;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

/** Two doors, and browsers of both sides that open lines of one kind. */
abstract class LineField {
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final LineServer server = new LineServer();
    final RandomTokens tokens = new RandomTokens();
    private final List<TestLine> opened = new ArrayList<>();

    /** Opens a line of a side, {@code visitor} or {@code operator}. */
    abstract TestLine open(String side, String query, String origin);

    @AfterEach
    void close() {
        opened.forEach(TestLine::close);
        server.close();
        http.shutdownNow(); // close() would wait for sockets that nobody closed
    }

    TestLine line(String side, String query, String origin) {
        TestLine line = open(side, query, origin);
        opened.add(line);
        return line;
    }

    TestLine panel(@Nullable String token) {
        TestLine line = line("visitor", siteQuery(), server.origin());
        line.send(Hellos.panel(token));
        line.await("synced");
        return line;
    }

    TestLine console(OperatorId operator) {
        TestLine line = line("operator", "ticket=" + server.ticket(operator), server.origin());
        line.send(Hellos.operator(null, List.of()));
        line.await("synced");
        return line;
    }

    String siteQuery() {
        return "site=" + server.site.key();
    }

    String epoch() {
        return server.delivery.epoch();
    }

    static String token(TestLine panel) {
        return panel.journal().getFirst().get("token").stringValue();
    }

    String asked(TestLine visitor, String text) {
        visitor.send(words(null, tokens.name(), text));
        return visitor.await("ack").get("conversation").stringValue();
    }

    /** Takes the conversation whose head comes next. */
    String taken(TestLine operator) {
        JsonNode head = operator.await("conversation").get("conversation");
        String id = head.get("id").stringValue();
        operator.send(Map.of(
                "t",
                "take",
                "rid",
                "take " + id,
                "conversation",
                id,
                "version",
                head.get("version").intValue()));
        operator.await("done");
        return id;
    }

    static Map<String, Object> words(@Nullable String conversation, String cid, String text) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("t", "send");
        frame.put("conversation", conversation);
        frame.put("cid", cid);
        frame.put("text", text);
        return frame;
    }

    Map<String, Object> answer(String conversation, int version, String text) {
        return Map.of(
                "t", "send", "conversation", conversation, "version", version, "cid", tokens.name(), "text", text);
    }

    /** Anna takes the conversation and says so many things in it. */
    void say(ConversationId id, int times) {
        server.conversations.take(server.anna.id(), id, 0);
        for (int i = 0; i < times; i++) {
            Posted posted = server.conversations.postByOperator(
                    server.anna.id(), id, 1, new ClientId(tokens.name()), "word " + i);
            assertThat(posted).isInstanceOf(Posted.Stored.class);
        }
    }

    Conversation conversation(String key, TestLine visitor) {
        return server.conversations.open(100).stream()
                .filter(each -> each.facts().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(visitor.text()));
    }

    Conversation conversationById(String id) {
        return server.conversations.byId(new ConversationId(Long.parseLong(id))).orElseThrow();
    }

    /** Seqs of the public stream in the order they came. */
    static List<Long> seqs(TestLine line, String conversation) {
        List<Long> seqs = new ArrayList<>();
        for (JsonNode frame : line.journal()) {
            if (frame.get("t").stringValue().equals("events")
                    && frame.get("conversation").stringValue().equals(conversation)
                    && frame.get("stream").stringValue().equals("public")) {
                frame.get("events").forEach(event -> seqs.add(event.get("seq").longValue()));
            }
        }
        return seqs;
    }

    static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static String text(JsonNode frame) {
        return frame.toString();
    }

    void passUntil(TestLine line, String type, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < deadline) {
            server.pass(Duration.ofMillis(100));
            line.send(Map.of("t", "beat"));
            if (line.journal().stream()
                    .anyMatch(frame -> frame.get("t").stringValue().equals(type) && condition.test(frame))) {
                line.await(type, condition);
                return;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("no such " + type + " in " + line.text());
    }

    Duration passUntilClosed(TestLine line) {
        Duration passed = Duration.ZERO;
        while (!line.isClosed() && passed.toSeconds() < 60) {
            server.pass(Duration.ofMillis(500));
            passed = passed.plusMillis(500);
            LockSupport.parkNanos(20_000_000);
        }
        return passed;
    }

    void awaitOffLine(OperatorId operator) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (server.people.presence().isConnected(operator)) {
            assertThat(System.nanoTime()).as("still on line").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
