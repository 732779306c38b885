package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.PollTestLine;
import chat.beseda.testing.TestLine;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Over POST and long poll, where every third answer is lost on the way. */
class PollRulesTest extends RulesContract {

    @Override
    TestLine open(String side, String query, String origin) {
        return PollTestLine.open(http, server, origin, "/line/" + side + "?" + query);
    }

    @Test
    void onlyTheHeaderNamesALine() throws Exception {
        URI line = URI.create(server.origin() + "/line/visitor");
        String secret = ask(URI.create(line + "?" + siteQuery()), "").body().replaceFirst(".*:\"(.*)\".*", "$1");
        assertThat(ask(URI.create(line + "/frames"), secret).statusCode()).isEqualTo(204);
        assertThat(ask(URI.create(line + "/frames"), "").statusCode()).isEqualTo(410);
        assertThat(ask(URI.create(line + "/" + secret + "/frames"), "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> ask(URI address, String secret) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Origin", server.origin())
                .header("X-Beseda-Line", secret)
                .POST(HttpRequest.BodyPublishers.ofString("[]"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
