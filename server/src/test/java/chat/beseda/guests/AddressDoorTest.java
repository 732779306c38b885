package chat.beseda.guests;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.LineServer;
import chat.beseda.visitors.Recognised;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AddressDoorTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LineServer server = new LineServer();
    private final Recognised who = server.visitors.recognise(server.site.id(), null, null, true);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWindowIsToldTheAddressOfItsOwnVisitorOnly() throws Exception {
        String token = Objects.requireNonNull(who.token());
        assertThat(ask(token).body()).isEqualTo("{\"email\":null}");
        server.visitors.changeContacts(who.visitor().id(), "Вера", "vera@example.org", null);

        HttpResponse<String> told = ask(token);
        assertThat(told.body()).isEqualTo("{\"email\":\"vera@example.org\"}");
        assertThat(told.headers().firstValue("Cache-Control")).contains("no-store");
        Recognised other = server.visitors.recognise(server.site.id(), null, null, true);
        assertThat(ask(Objects.requireNonNull(other.token())).body()).isEqualTo("{\"email\":null}");
        assertThat(ask("x".repeat(43)).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> ask(String token) throws Exception {
        URI address = URI.create(server.origin() + "/api/visitor/" + server.site.key() + "/address");
        HttpRequest request =
                HttpRequest.newBuilder(address).header("X-Beseda-Token", token).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
