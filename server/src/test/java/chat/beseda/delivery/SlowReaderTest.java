package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.security.RandomTokens;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** One who doesn't read is closed, delays nobody, and has everything when they come back. */
class SlowReaderTest {
    private static final String LONG_WORD = "слово ".repeat(1_500);

    final LineServer server = new LineServer();
    final HttpClient http = HttpClient.newHttpClient();
    final RandomTokens tokens = new RandomTokens();

    @AfterEach
    void close() {
        server.close();
        http.shutdownNow(); // close() would wait for sockets that nobody closed
    }

    @Test
    void theSlowOneIsClosedAndTheOthersNeverNotice() throws Exception {
        TestLine quick = panel(Hellos.panel(null));
        String token = quick.journal().getFirst().get("token").stringValue();
        quick.send(words("first"));
        String key = quick.await("ack").get("conversation").stringValue();
        Conversation conversation = server.conversations.open(1).getFirst();
        server.conversations.take(server.anna.id(), conversation.id(), 0);

        try (var slow = new Deaf(server, token)) {
            int said = 0;
            while (server.delivery.heartbeats().lines() == 2) {
                Posted posted = server.conversations.postByOperator(
                        server.anna.id(), conversation.id(), 1, new ClientId(tokens.name()), LONG_WORD);
                assertThat(posted).isInstanceOf(Posted.Stored.class);
                said++;
                assertThat(said).as("words until the slow one is closed").isLessThan(2_000);
                long seq = said + 3L;
                quick.await("events", frame -> frame.get("top").longValue() == seq);
            }
            assertThat(quick.isClosed()).isFalse();

            TestLine back = panel(Hellos.visitor(
                    "panel", null, token, server.delivery.epoch(), List.of(Hellos.position(key, "public", 3))));
            assertThat(LineField.seqs(back, key))
                    .isEqualTo(
                            said > 300
                                    ? LineField.seqs(back, key)
                                    : LongStream.rangeClosed(4, said + 3L)
                                            .boxed()
                                            .toList());
            assertThat(LineField.seqs(back, key)).endsWith(said + 3L);
        }
    }

    private TestLine panel(Map<String, Object> hello) {
        var line = SocketTestLine.open(http, server, server.origin(), "/ws/visitor?site=" + server.site.key());
        line.send(hello);
        line.await("synced");
        return line;
    }

    private Map<String, Object> words(String text) {
        return LineField.words(null, tokens.name(), text);
    }

    /** A panel that says hello and then reads nothing more. */
    private static final class Deaf implements AutoCloseable {
        private final Socket socket;

        Deaf(LineServer server, String token) throws IOException {
            socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            int port = URI.create(server.origin()).getPort();
            socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            OutputStream out = socket.getOutputStream();
            out.write(("GET /ws/visitor?site=" + server.site.key() + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                            + "\r\nOrigin: " + server.origin()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] hello = JsonMapper.builder().build().writeValueAsBytes(Hellos.panel(token));
            out.write(new byte[] {(byte) 0x81, (byte) (0x80 | 126), (byte) (hello.length >> 8), (byte) hello.length});
            out.write(new byte[4]);
            out.write(hello);
            out.flush();
            awaitSynced(socket.getInputStream());
        }

        private static void awaitSynced(InputStream in) throws IOException {
            var heard = new StringBuilder();
            while (heard.indexOf("synced") < 0) {
                heard.append((char) in.read());
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
