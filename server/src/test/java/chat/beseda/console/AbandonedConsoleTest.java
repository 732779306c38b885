package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.ConversationId;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.LineGate;
import chat.beseda.lines.LineHandler;
import chat.beseda.lines.LineRequest;
import chat.beseda.operators.Operator;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.MemoryLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** An open page keeps talking when everybody has gone home; that does not keep its operator signed in. */
class AbandonedConsoleTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int IDLE_MINUTES = 240;

    private ConsoleServer server;
    private Browser browser;
    private MemoryLine line;
    private LineHandler page;
    private String conversation;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        Operator anna = made.administrator();
        ConversationId question = server.question(server.visitor(made.site().id()));
        conversation = Long.toString(question.value());
        browser = server.browser(anna);
        connect();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatAPageDoesByItselfProlongsNothing() {
        for (int minute = 1; minute < IDLE_MINUTES; minute++) {
            server.timers.advance(MINUTE);
            say(Map.of("t", "beat"));
            say(Map.of("t", "probe"));
            say(Map.of("t", "open", "conversation", conversation));
            say(Map.of("t", "seen", "conversation", conversation, "seq", 1));
            say(Map.of("t", "fetch", "conversation", conversation, "stream", "public", "after", 0));
            assertThat(browser.get("/api/session").status()).isEqualTo(200);
            assertThat(browser.get("/api/conversations?state=closed").status()).isNotEqualTo(401);
            if (minute % 10 == 0) {
                connect();
            }
        }
        assertThat(line.code()).isNull();

        server.timers.advance(MINUTE.plusSeconds(5));
        say(Map.of("t", "beat"));

        assertThat(line.code()).isEqualTo(CloseCode.SIGNED_OUT);
        assertThat(browser.get("/api/session").text("/code")).isEqualTo("session_none");
        assertThat(browser.post("/api/ticket", "").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'t': 'send', 'conversation': '?', 'version': 0, 'cid': 'aaaaaaaaaaaaaaaaaaaaaa', 'text': 'Yes'}",
                "{'t': 'note', 'conversation': '?', 'cid': 'aaaaaaaaaaaaaaaaaaaaaa', 'text': 'Hm'}",
                "{'t': 'take', 'rid': 'r', 'conversation': '?', 'version': 0}",
                "{'t': 'giveBack', 'rid': 'r', 'conversation': '?', 'version': 0}",
                "{'t': 'close', 'rid': 'r', 'conversation': '?', 'version': 0}",
                "{'t': 'state', 'rid': 'r', 'state': 'away'}"
            })
    void whatAPersonDoesProlongsTheSession(String frame) {
        server.timers.advance(MINUTE.multipliedBy(200));
        say(frame.replace('\'', '"').replace("?", conversation));

        server.timers.advance(MINUTE.multipliedBy(200));

        assertThat(browser.get("/api/session").status()).isEqualTo(200);
        assertThat(line.code()).isNull();
    }

    @Test
    void aPersonWhoOnlyReadsIsToldOfByThePage() {
        server.timers.advance(MINUTE.multipliedBy(200));
        assertThat(browser.put("/api/session", "").status()).isEqualTo(204);

        server.timers.advance(MINUTE.multipliedBy(200));

        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    /** As a page does whenever its line broke. */
    private void connect() {
        String ticket = browser.post("/api/ticket", "").text("/ticket");
        var request = new LineRequest(Map.of("ticket", ticket), "https://own", "https://own", "192.0.2.1", "a test");
        var welcome = (LineGate.Admission.Welcome) server.door.admit(request);
        line = new MemoryLine(ticket);
        page = welcome.opener().apply(line);
        say(Hellos.operator(null, List.of()));
        assertThat(line.count("welcome")).isOne();
    }

    private void say(Map<String, ?> frame) {
        say(JsonMapper.shared().writeValueAsString(frame));
    }

    private void say(String frame) {
        page.received(frame.getBytes(StandardCharsets.UTF_8));
    }
}
