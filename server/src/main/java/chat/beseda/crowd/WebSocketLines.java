package chat.beseda.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lines over real WebSockets, as browsers open them. Thread-safe. */
final class WebSocketLines implements Lines, AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final int BROKEN = 1_006;

    private final URI server;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient client;

    /** @param server where the server listens, {@code http} or {@code https} */
    WebSocketLines(URI server) {
        this.server = URI.create(server.toString().replaceFirst("^http", "ws"));
        this.client = HttpClient.newBuilder()
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .connectTimeout(CONNECT_WITHIN)
                .build();
    }

    @Override
    public Line open(String site, String origin, Browser browser, Mailbox<Heard> heard)
            throws IOException, InterruptedException {
        try {
            WebSocket socket = client.newWebSocketBuilder()
                    .connectTimeout(CONNECT_WITHIN)
                    .header("Origin", origin)
                    .header("User-Agent", browser.userAgent())
                    .header("X-Forwarded-For", browser.address())
                    .buildAsync(server.resolve("/ws/visitor?site=" + site), new Ear(heard))
                    .get();
            return new Open(socket);
        } catch (ExecutionException failure) {
            throw new IOException("the server at " + server + " opens no line", failure.getCause());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private final class Open implements Line {
        private final WebSocket socket;

        Open(WebSocket socket) {
            this.socket = socket;
        }

        @Override
        public void send(Said frame) {
            CompletableFuture<WebSocket> sent = socket.sendText(json.writeValueAsString(frame), true);
            // A line that broke tells so to the ear; there is nobody to tell here.
            var _ = sent.exceptionally(broken -> socket).join();
        }

        /** As a browser leaves a page. */
        @Override
        public void close() {
            var _ = socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(broken -> socket);
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final Mailbox<Heard> heard;
        private final StringBuilder text = new StringBuilder();

        Ear(Mailbox<Heard> heard) {
            this.heard = heard;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            text.append(piece);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String frame) {
            try {
                heard.put(new Heard.Frame(json.readTree(frame)));
            } catch (JacksonException notJson) {
                heard.put(new Heard.Gone(BROKEN));
            }
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.put(new Heard.Gone(code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            heard.put(new Heard.Gone(BROKEN));
        }
    }
}
