package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is stopped says goodbye on both kinds of line and is gone within ten seconds. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GracefulStopTest {
    @TempDir
    Path folder;

    final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.shutdownNow(); // close() would wait for sockets that nobody closed
    }

    @Test
    void everyScreenIsToldBeforeThePortCloses() throws Exception {
        int port = freePort();
        String origin = "http://127.0.0.1:" + port;
        RunningServer server = RunningServer.start(configuration(port));
        String query = "/visitor?site=" + siteKey();

        var socket = new Goodbye();
        http.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws" + query), socket)
                .join();
        String secret = post(origin, "/line" + query, "", "{}").join().body().replaceFirst(".*:\"(.*)\".*", "$1");
        var poll = post(origin, "/line/visitor/poll", secret, "{\"after\":0}");

        long begun = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

        assertThat(socket.code.join()).isEqualTo(1012);
        assertThat(socket.heard.toString()).contains("{\"t\":\"bye\",\"code\":1012,\"retryMs\":");
        assertThat(poll.join().statusCode()).isEqualTo(200);
        assertThat(poll.join().body()).contains("{\"t\":\"bye\",\"code\":1012,\"retryMs\":");
    }

    private Configuration configuration(int port) throws IOException {
        return Configuration.of(Settings.read(Map.of(
                "BESEDA_DATA", folder.toString(),
                "BESEDA_PORT", Integer.toString(port),
                "BESEDA_HOST", "127.0.0.1",
                "BESEDA_ADMIN_EMAIL", "anna@example.org",
                "BESEDA_ADMIN_PASSWORD", "seven green kettles")));
    }

    private String siteKey() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("beseda.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key FROM site")) {
            return rows.getString(1);
        }
    }

    private CompletableFuture<HttpResponse<String>> post(String origin, String path, String secret, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Origin", origin)
                .header("X-Beseda-Line", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Goodbye implements WebSocket.Listener {
        final StringBuilder heard = new StringBuilder();
        final CompletableFuture<Integer> code = new CompletableFuture<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            heard.append(data);
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
            code.complete(statusCode);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            code.completeExceptionally(error);
        }
    }
}
