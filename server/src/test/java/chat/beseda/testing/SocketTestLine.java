package chat.beseda.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A line over a WebSocket of the JDK's own client. */
public final class SocketTestLine extends TestLine {
    private final WebSocket socket;

    private SocketTestLine(HttpClient client, String origin, String address) {
        socket = client.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /**
     * Opens a line.
     *
     * @param address path and query
     * @throws CompletionException when the upgrade is refused
     */
    public static SocketTestLine open(HttpClient client, LineServer server, String origin, String address) {
        return new SocketTestLine(client, origin, server.origin().replace("http:", "ws:") + address);
    }

    @Override
    public void sendText(String frame) {
        socket.sendText(frame, true).join();
    }

    public void sendInPieces(String first, String second) {
        socket.sendText(first, false).join();
        socket.sendText(second, true).join();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                came(JSON.readTree(begun.toString()));
                begun.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            ended(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            ended(1006);
        }
    }
}
