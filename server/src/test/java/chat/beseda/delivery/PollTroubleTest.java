package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.Hellos;
import chat.beseda.testing.PollTestLine;
import chat.beseda.testing.TestLine;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PollTroubleTest extends TroubleContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return PollTestLine.open(http, server, origin, "/line/" + side + "?" + query);
    }

    @Test
    void whoDoesNotFetchIsToldToBeTooSlow() throws Exception {
        TestLine quick = panel(null);
        String key = asked(quick, "1");
        String secret = ask("?" + siteQuery(), "", "{}").replaceFirst(".*:\"(.*)\".*", "$1");
        String hello = JsonMapper.shared().writeValueAsString(Hellos.panel(token(quick)));
        ask("/frames", secret, "[" + hello + "]");
        assertThat(server.delivery.heartbeats().lines()).isEqualTo(2);

        say(conversation(key, quick).id(), 260);
        while (server.delivery.heartbeats().lines() == 2) {
            Thread.onSpinWait();
        }
        assertThat(ask("/poll", secret, "{\"after\":0}")).endsWith(",{\"t\":\"bye\",\"code\":4008,\"retryMs\":null}]}");
        assertThat(quick.isClosed()).isFalse();
    }

    private String ask(String path, String secret, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.origin() + "/line/visitor" + path))
                .header("Origin", server.origin())
                .header("X-Beseda-Line", secret)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
