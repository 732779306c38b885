import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** The floor: a Jetty that says it is well, and keeps WebSockets open without knowing anything about them. */
final class BareJetty {
    private BareJetty() {}

    static Server start(Run run, Path log) throws IOException, InterruptedException {
        int port = Server.freePort();
        var options = List.of("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC", "-Xms32m");
        return Server.launch(
                run.children(), run.children().java(options, "BareJetty", String.valueOf(port)), port, log);
    }

    public static void main(String[] arguments) throws Exception {
        var server = new org.eclipse.jetty.server.Server(new VirtualThreadPool());
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        var sockets = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping("/ws/visitor", (request, response, callback) -> {
                response.setExtensions(List.of());
                return new Silent();
            });
        });
        sockets.setHandler(new Well());
        server.setHandler(sockets);
        server.start();
    }

    /** Keeps the socket and listens to nothing. */
    public static final class Silent implements Session.Listener.AutoDemanding {
        @Override
        public void onWebSocketText(String message) {}
    }

    private static final class Well extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap("{}".getBytes()), callback);
            return true;
        }
    }
}
