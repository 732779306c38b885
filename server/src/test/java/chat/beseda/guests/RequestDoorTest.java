package chat.beseda.guests;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.testing.LineServer;
import chat.beseda.visitors.Recognised;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestDoorTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final LineServer server = new LineServer();
    private final Recognised who = server.visitors.recognise(server.site.id(), null, null, true);
    private final RequestKind calls = server.requests.kinds().create(Actor.program(), RequestsFixture.calls());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWindowIsToldWhatMayBeLeftAndWhen() throws Exception {
        JsonNode kinds = json(ask("?language=en"));
        assertThat(kinds.at("/kinds/0/name").asString()).isEqualTo("Звонок");
        assertThat(kinds.at("/kinds/0/asks/phone").asString()).isEqualTo("required");
        JsonNode slots = json(ask("/" + calls.id() + "/slots?zone=Asia/Vladivostok"));
        assertThat(slots.at("/zone").asString()).isEqualTo("Asia/Vladivostok");
        assertThat(slots.at("/zoneKnown").asBoolean()).isTrue();
        assertThat(slots.at("/days/0/slots").isEmpty()).isFalse();
        assertThat(json(ask("/" + calls.id() + "/slots?zone=Mars/Base"))
                        .at("/zoneKnown")
                        .asBoolean())
                .isFalse();
        assertThat(ask("/77/slots").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormIsTakenOnceAndAWrongOneIsExplained() throws Exception {
        String stamp = json(ask("")).at("/stamp").asString();
        assertThat(leave(form(stamp, "+7 342 212-34-56", "")).statusCode()).isEqualTo(429);
        server.clock.advance(Duration.ofSeconds(3));

        assertThat(leave(form(stamp, "+7 342 212-34-56", "")).statusCode()).isEqualTo(201);
        assertThat(leave(form(stamp, "+7 342 212-34-56", "")).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = leave(form(stamp, "tomorrow", "").replace("one-two-three", "four-five-six"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(json(wrong).at("/fields/0/field").asString()).isEqualTo("phone");
        HttpResponse<String> trapped =
                leave(form(stamp, "+7 342 212-34-56", "https://spam.example").replace("one-two-three", "seven-eight"));
        assertThat(json(trapped).at("/code").asString()).isEqualTo("form_suspicious");
        HttpResponse<String> stale =
                leave(form("1.abc", "+7 342 212-34-56", "").replace("one-two-three", "nine-ten-eleven"));
        assertThat(json(stale).at("/code").asString()).isEqualTo("form_stale");
    }

    @Test
    void whoShowsNoTokenLeavesNothing() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(path("")))
                .header("X-Beseda-Token", "x".repeat(43))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private String form(String stamp, String phone, String trap) {
        return """
                {"cid": "one-two-three", "kind": "%s", "stamp": "%s", "trap": "%s", "name": "Вера", "phone": "%s", "email": "",
                 "text": "<b>Насос</b>", "at": null, "zone": "", "language": "ru", "page": "javascript:alert(1)", "answers": {}}
                """.formatted(calls.id(), stamp, trap, phone);
    }

    private HttpResponse<String> ask(String more) throws Exception {
        return CLIENT.send(request(more).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> leave(String form) throws Exception {
        HttpRequest request = request("")
                .header("X-Beseda", "1")
                .header("Origin", server.origin())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(form))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String more) {
        return HttpRequest.newBuilder(URI.create(path(more)))
                .header("X-Beseda-Token", Objects.requireNonNull(who.token()));
    }

    private String path(String more) {
        return server.origin() + "/api/visitor/" + server.site.key() + "/requests" + more;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
