package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The conversation of a browser without scripts (C-nojs). */
class PlainPagesTest extends LineField {
    private static final Pattern NAME = Pattern.compile("name=\"cid\" value=\"([^\"]+)\"");
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void whatIsWrittenReachesOperatorsAndStandsOnThePageAsText() throws Exception {
        TestLine operator = console(server.anna.id());
        String name = named(get("").body());
        HttpResponse<String> answer = post(Map.of("text", "<script>alert(1)</script></iframe>", "cid", name));
        assertThat(answer.statusCode()).isEqualTo(200);
        operator.await("conversation", frame -> frame.toString().contains("alert(1)"));
        String log = get("/log").body();
        assertThat(log)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;/iframe&gt;")
                .contains("http-equiv=\"refresh\"");
        assertThat(answer.body()).doesNotContain("<script").containsOnlyOnce("</iframe>");
    }

    @Test
    void pressedTwiceItIsSaidOnce() throws Exception {
        String name = named(get("").body());
        post(Map.of("text", "Раз", "cid", name));
        post(Map.of("text", "Раз", "cid", name));
        assertThat(get("/log").body().split("Раз", -1)).hasSize(2);
    }

    @Test
    void whatIsWrongIsSaidAndNothingWrittenIsLost() throws Exception {
        HttpResponse<String> wrong = post(Map.of("text", "Где заказ?", "address", "не адрес"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(">Где заказ?</textarea>", "value=\"не адрес\"", "«не адрес» — не адрес почты");
        HttpResponse<String> tooLong = post(Map.of("text", "ж".repeat(4_001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("4001", "4000", "ж".repeat(4_001));
        assertThat(post(Map.of("text", " ")).statusCode()).isEqualTo(422);
        assertThat(server.conversations.open(10)).isEmpty();
    }

    @Test
    void whoeverOnlyLooksIsNobodyAndAForeignFormSaysNothing() throws Exception {
        assertThat(get("").headers().firstValue("Set-Cookie")).isEmpty();
        HttpRequest foreign = request("")
                .POST(BodyPublishers.ofString("text=x"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .build();
        assertThat(browser.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(server.conversations.open(10)).isEmpty();
    }

    @Test
    void theVisitorEndsTheConversationAndTheAddressIsKept() throws Exception {
        post(Map.of("text", "Вопрос", "address", "vera@example.org"));
        Conversation asked = server.conversations.open(10).getFirst();
        assertThat(server.visitors.byId(asked.facts().visitor()).orElseThrow().email())
                .isEqualTo("vera@example.org");
        browser.send(request("/end").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(server.conversations.byId(asked.id()).orElseThrow()).isInstanceOf(Conversation.Closed.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.origin() + "/plain/" + server.site.key() + path))
                .header("Accept-Language", "ru");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest said = request("")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(said, BodyHandlers.ofString());
    }

    private static String named(String page) {
        Matcher found = NAME.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
