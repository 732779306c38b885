package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.lines.LineLimits;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.PollTestLine;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.web.AddressLimit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many lines there may be, of both kinds together; and a line that ended, or never was, holds no place. */
class LineLimitsTest {
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String VERSION = "Sec-WebSocket-Version: 13\r\n";

    final HttpClient http = HttpClient.newHttpClient();
    private final List<TestLine> opened = new ArrayList<>();
    private LineServer server = new LineServer(new LineLimits(100, 3));

    @AfterEach
    void close() {
        opened.forEach(TestLine::close);
        server.close();
        http.shutdownNow(); // close() would wait for sockets that nobody closed
    }

    @Test
    void oneTooManyIsToldSoOnASocket() {
        socket();
        poll();
        TestLine last = socket();
        TestLine refused = SocketTestLine.open(http, server, server.origin(), "/ws/visitor?" + siteQuery());
        assertThat(refused.awaitClose()).isEqualTo(4429);
        assertThat(refused.text()).contains("\"code\":4429");
        last.close();
        awaitTaken(2);
        socket();
    }

    @Test
    void oneTooManyIsToldSoOverHttp() throws Exception {
        socket();
        TestLine last = poll();
        poll();
        var request = HttpRequest.newBuilder(URI.create(server.origin() + "/line/visitor?" + siteQuery()))
                .header("Origin", LineServer.SHOP)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> refused = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"code\":\"too_many_lines\"");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LineServer.SHOP);
        last.close();
        awaitTaken(2);
        poll();
    }

    @Test
    void visitorsTakeNoPlacesOfOperators() {
        for (int i = 0; i < 3; i++) {
            socket();
        }
        String ticket = "ticket=" + server.ticket(server.anna.id());
        operator(SocketTestLine.open(http, server, server.origin(), "/ws/operator?" + ticket));
        String another = "ticket=" + server.ticket(server.anna.id());
        operator(PollTestLine.open(http, server, server.origin(), "/line/operator?" + another));
    }

    @Test
    void whoIsTurnedAwayHoldsNoPlace() {
        for (int i = 0; i < 10; i++) {
            TestLine foreign = SocketTestLine.open(http, server, "https://evil.example", "/ws/visitor?" + siteQuery());
            assertThat(foreign.awaitClose()).isEqualTo(4403);
        }
        awaitTaken(0);
    }

    @Test
    void handshakesThatFailLeaveRoom() throws IOException {
        server.close();
        server = new LineServer();
        List<String> broken = List.of(
                handshake("/ws/visitor?" + siteQuery() + "&|", KEY + VERSION),
                handshake("/ws/visitor?" + siteQuery() + "&%zz=%", KEY + VERSION),
                handshake("/ws/visitor?" + siteQuery(), VERSION),
                handshake("/ws/visitor?" + siteQuery(), KEY + "Sec-WebSocket-Version: 12\r\n"),
                handshake("/ws/operator?ticket=none", KEY + VERSION));
        for (int i = 0; i <= AddressLimit.DEFAULT_LINES; i++) {
            assertThat(knock(broken.get(i % broken.size()))).contains(" 4");
        }
        awaitTaken(0);
        socket();
    }

    @Test
    void linesThatBreakGiveTheirPlacesBack() throws IOException {
        String good = handshake("/ws/visitor?" + siteQuery(), KEY + VERSION);
        for (int i = 0; i < 10; i++) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(good.getBytes(StandardCharsets.US_ASCII));
                assertThat(firstLine(socket)).contains("101");
                socket.setSoLinger(true, 0);
            }
            awaitTaken(0);
        }
    }

    @Test
    void aPollLineNobodyAsksForGivesItsPlaceBack() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + "/line/visitor?" + siteQuery()))
                .header("Origin", server.origin())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(server.limits.taken()).isEqualTo(1);
        server.pass(Duration.ofSeconds(6)); // no hello
        server.pass(Duration.ofSeconds(31)); // nobody fetches the goodbye
        assertThat(server.limits.taken()).isZero();
    }

    private TestLine socket() {
        return greeted(SocketTestLine.open(http, server, server.origin(), "/ws/visitor?" + siteQuery()));
    }

    private TestLine poll() {
        return greeted(PollTestLine.open(http, server, server.origin(), "/line/visitor?" + siteQuery()));
    }

    private void operator(TestLine line) {
        opened.add(line);
        line.send(Hellos.operator(null, List.of()));
        line.await("synced");
    }

    private TestLine greeted(TestLine line) {
        opened.add(line);
        line.send(Hellos.panel(null));
        line.await("synced");
        return line;
    }

    private String siteQuery() {
        return "site=" + server.site.key();
    }

    private String handshake(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: " + LineServer.SHOP
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + headers + "\r\n";
    }

    private String knock(String handshake) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
            return firstLine(socket);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), URI.create(server.origin()).getPort());
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next >= 0 && next != '\n';
                next = socket.getInputStream().read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private void awaitTaken(int places) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (server.limits.taken() != places) {
            assertThat(System.nanoTime())
                    .as("%d places are taken, not %d", server.limits.taken(), places)
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
