package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Operator;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** U-r8: an export that is called off in the browser is no fault of the program: its writing ends, and no trace is logged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbortedExportTest {
    private static final int MESSAGES = 900;
    private static final Logger EVERYTHING = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final BlockingQueue<ILoggingEvent> logged = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getMessage().startsWith("request.") || event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                logged.add(event);
            }
        }
    };
    /** Another test may have said what of ours is logged. */
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("chat.beseda");

    private final @Nullable Level before = OURS.getLevel();

    private ConsoleServer server;
    private Operator anna;
    private String cookie;

    @BeforeAll
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        fill(made.site());
        cookie = "beseda-session="
                + server.people
                        .sessions()
                        .open(anna.id(), "192.0.2.1", "a test")
                        .token();
        OURS.setLevel(Level.INFO);
        appender.start();
        EVERYTHING.addAppender(appender);
    }

    @AfterAll
    void stop() {
        EVERYTHING.detachAppender(appender);
        OURS.setLevel(before);
        server.close();
    }

    /** Much more than lies between two ends of a line, the nearer of which takes little. */
    private void fill(Site site) {
        Visitor visitor = server.visitor(site.id());
        server.question(visitor);
        var random = new Random(1);
        for (int i = 0; i < MESSAGES; i++) {
            var text = new StringBuilder();
            random.ints(3_900, 'a', 'z').forEach(letter -> text.append((char) letter));
            server.conversations.postByVisitor(visitor, new ClientId(new RandomTokens().name()), text.toString(), null);
        }
        server.sumUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "xlsx"})
    void whoGoesAwayEndsItQuietly(String format) throws IOException, InterruptedException {
        String day = LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC).toString();
        String path = "/api/archive/export?rows=messages&zone=UTC&from=%s&format=%s".formatted(day, format);
        URI origin = URI.create(server.origin());
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()));
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: %s\r\nCookie: %s\r\n\r\n"
                            .formatted(path, origin.getAuthority(), cookie)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(15);
            assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        }

        ILoggingEvent event = logged.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event.getMessage()).isEqualTo("request.aborted");
        assertThat(event.getThrowableProxy()).isNull();
        assertThat(server.browser(anna).get("/api/archive?zone=UTC&from=" + day).status())
                .isEqualTo(200);
        assertThat(logged).isEmpty();
    }
}
