package chat.beseda.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorkeeperTest {
    /** Longer than a busy machine stands still between two lines of a test. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration NEVER = Duration.ofHours(1);
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final List<Socket> opened = new ArrayList<>();
    private final Server server = new Server();

    @AfterEach
    void close() throws Exception {
        for (Socket socket : opened) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void aConnectionThatAsksNothingIsClosed() throws Exception {
        start(SOON, NEVER);
        Socket asks = says(GET);
        assertThat(answer(asks)).contains("200");
        assertThat(isClosed(says(""))).isTrue();
        assertThat(isClosed(says("GET / HTTP/1.1\r\nHo"))).isTrue();
        asks.getOutputStream().write(GET.getBytes(US_ASCII));
        assertThat(answer(asks)).contains("200");
    }

    @Test
    void aBodyThatDoesNotEndIsWaitedForNoLonger() throws Exception {
        start(NEVER, SOON);
        String header = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
        Socket whole = says(header + "abc");
        assertThat(answer(whole)).contains("200");
        assertThat(isClosed(says(header + "a"))).isTrue();
        whole.getOutputStream().write(GET.getBytes(US_ASCII));
        assertThat(answer(whole)).contains("200");
    }

    @Test
    void aNetworkHasSoManyConnections() throws Exception {
        start(NEVER, NEVER);
        Socket first = says(GET);
        assertThat(answer(first)).contains("200");
        assertThat(answer(says(GET))).contains("200");
        assertThat(isClosed(says(""))).isTrue();
        first.close();
        awaitRoom();
    }

    @Test
    void aProxyOfOursBringsAsManyAsItLikes() throws Exception {
        start(NEVER, NEVER, "127.0.0.1");
        for (int i = 0; i < 4; i++) {
            assertThat(answer(says(GET))).contains("200");
        }
    }

    private void start(Duration asks, Duration said, String... proxies) throws Exception {
        var http = new HttpConfiguration();
        ServerConnector connector = Doors.plain(server, http, "127.0.0.1", 0);
        Doorkeeper.guard(connector, http, new AddressLimit(2, 100), new TrustedProxies(Set.of(proxies)), asks, said);
        server.addConnector(connector);
        server.setHandler(new Listening());
        server.start();
    }

    private Socket says(String words) throws IOException {
        var socket = new Socket(
                InetAddress.getLoopbackAddress(), ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        opened.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(words.getBytes(US_ASCII));
        return socket;
    }

    private void awaitRoom() throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (isClosed(says(GET))) {
            assertThat(System.nanoTime()).as("no room yet").isLessThan(deadline);
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** An answer has no body. */
    private static String answer(Socket socket) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("the end after %s", text).isNotNegative();
            text.append((char) next);
        }
        return text.toString();
    }

    private static final class Listening extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            try {
                Content.Source.asString(request);
                response.getHeaders().put("Content-Length", 0);
                callback.succeeded();
            } catch (IOException gone) {
                callback.succeeded(); // nobody is there to hear it
            }
            return true;
        }
    }
}
