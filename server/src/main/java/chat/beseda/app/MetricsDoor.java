package chat.beseda.app;

import com.sun.net.httpserver.HttpServer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Where figures are read: a port of their own on this machine, or the main port for whoever knows the token. */
final class MetricsDoor implements AutoCloseable {
    private final Figures figures;
    private final String token;
    private @Nullable HttpServer own;

    MetricsDoor(Figures figures, String token) {
        this.figures = figures;
        this.token = token;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::send);
    }

    /** Opens the port of its own. */
    void listen(int port) {
        HttpServer server = at(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/metrics", exchange -> {
            byte[] text = figures.text();
            exchange.getResponseHeaders().set("Content-Type", Figures.CONTENT_TYPE);
            exchange.sendResponseHeaders(200, text.length);
            try (var body = exchange.getResponseBody()) {
                body.write(text);
            }
        });
        server.start();
        own = server;
    }

    private static HttpServer at(InetSocketAddress address) {
        try {
            return HttpServer.create(address, 16);
        } catch (IOException taken) {
            throw SettingRefusal.port(Setting.METRICS_PORT, address.getPort(), address.getHostString(), taken);
        }
    }

    /** The port of its own; 0 when there is none. */
    int port() {
        HttpServer server = own;
        return server == null ? 0 : server.getAddress().getPort();
    }

    private void send(Context context) {
        byte[] said = String.valueOf(context.header("Authorization")).getBytes(StandardCharsets.UTF_8);
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        if (token.isEmpty() || !MessageDigest.isEqual(said, expected)) {
            throw new NotFoundResponse();
        }
        context.contentType(Figures.CONTENT_TYPE).result(figures.text());
    }

    @Override
    public void close() {
        HttpServer server = own;
        if (server != null) {
            server.stop(0);
        }
    }
}
