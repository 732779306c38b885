package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    @Test
    void theRightmostAddressThatIsNoProxyOfOursIsTheClient() throws Exception {
        assertThat(seen(Set.of("127.0.0.1", "10.0.0.2"), "6.6.6.6, 203.0.113.7, 10.0.0.2", "https"))
                .isEqualTo("203.0.113.7 https");
    }

    @Test
    void nobodyElseIsBelieved() throws Exception {
        assertThat(seen(Set.of("10.0.0.2"), "203.0.113.7", "https")).isEqualTo("127.0.0.1 http");
    }

    @Test
    void rubbishIsNoAddress() throws Exception {
        assertThat(seen(Set.of("127.0.0.1"), "203.0.113.7, <script>", "http")).isEqualTo("127.0.0.1 http");
    }

    @Test
    void aNameIsNoProxy() {
        assertThatThrownBy(() -> new TrustedProxies(Set.of("proxy.example.com")))
                .hasMessageContaining("proxy.example.com");
    }

    private static String seen(Set<String> trusted, String forwardedFor, String proto) throws Exception {
        var http = new HttpConfiguration();
        http.addCustomizer(new TrustedProxies(trusted));
        var server = new Server();
        server.addConnector(Doors.plain(server, http, "127.0.0.1", 0));
        server.setHandler(new SayWhoCalls());
        server.start();
        try (HttpClient client = HttpClient.newHttpClient()) {
            int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("X-Forwarded-Proto", proto)
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        } finally {
            server.stop();
        }
    }

    private static final class SayWhoCalls extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            String address =
                    InetAddress.getByName(Request.getRemoteAddr(request)).getHostAddress();
            Content.Sink.write(
                    response, true, address + " " + request.getHttpURI().getScheme(), callback);
            return true;
        }
    }
}
