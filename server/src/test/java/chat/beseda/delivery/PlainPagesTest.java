package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.clients.AskedField;
import chat.beseda.conversations.Conversation;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.visitors.VisitorSettings.RatingScale;
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
import java.util.HashMap;
import java.util.List;
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
    void anAnswerStandsUnderTheWordsItAnswers() throws Exception {
        TestLine operator = console(server.anna.id());
        post(Map.of("text", "Есть ли <b>красный</b>?", "cid", named(get("").body())));
        String id = taken(operator);
        var answer = new HashMap<String, Object>(answer(id, 1, "Да, есть"));
        answer.put("reply", 2);
        operator.send(answer);
        operator.await("ack");

        String key = conversationById(id).facts().key();
        assertThat(get("/log").body())
                .contains("<li id=\"m-" + key + "-2\">")
                .contains("<blockquote><a href=\"#m-" + key
                        + "-2\">Есть ли &lt;b&gt;красный&lt;/b&gt;?</a></blockquote><p>Да, есть</p>");
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

    @Test
    void whatIsOverIsRatedWhereTheSiteAsksAndRatedAnew() throws Exception {
        post(Map.of("text", "Вопрос"));
        Conversation asked = server.conversations.open(10).getFirst();
        say(asked.id(), 1);
        server.conversations.endByVisitor(asked.facts().visitor(), asked.id());
        assertThat(get("").body()).doesNotContain("Как вам помогли?");
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(false, true, RatingScale.STARS));
        assertThat(get("").body()).contains("Как вам помогли?", "Отлично, 5 звёзд");
        assertThat(get("/log").body()).contains("#rating");
        String key = asked.facts().key();
        post("/rate", Map.of("conversation", key, "score", "6"));
        post("/rate", Map.of("conversation", "x", "score", "5"));
        assertThat(server.ratings.of(asked.id())).isEmpty();
        post("/rate", Map.of("conversation", key, "score", "2", "comment", "<b>Долго</b>"));
        assertThat(get("").body())
                .contains("Спасибо!", "&lt;b&gt;Долго&lt;/b&gt;</textarea>", "value=\"2\" required checked");
        post("/rate", Map.of("conversation", key, "score", "4"));
        assertThat(server.ratings.of(asked.id()).orElseThrow().score()).isEqualTo(4);
    }

    @Test
    void theConversationIsWantedByEmailAndAWrongAddressStaysInTheField() throws Exception {
        assertThat(get("").body()).doesNotContain("Прислать диалог на почту");
        post(Map.of("text", "Вопрос", "address", "vera@example.org"));
        assertThat(get("").body()).contains("Прислать диалог на почту", "value=\"vera@example.org\"");
        Conversation asked = server.conversations.open(10).getFirst();
        String key = asked.facts().key();
        HttpResponse<String> wrong = post("/transcript", Map.of("conversation", key, "email", "<b>@"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"&lt;b&gt;@\"", "«&lt;b&gt;@» не похоже на адрес почты");
        post("/transcript", Map.of("conversation", "x", "email", "vera@example.org"));
        assertThat(server.transcripts.waiting(10)).isEmpty();
        for (String box : List.of("vera", "oleg", "ivan")) {
            assertThat(post("/transcript", Map.of("conversation", key, "email", box + "@example.org"))
                            .body())
                    .contains("Записали. Пришлём диалог на этот адрес");
        }
        assertThat(server.transcripts.waiting(10)).hasSize(3);
        HttpResponse<String> many = post("/transcript", Map.of("conversation", key, "email", "nina@example.org"));
        assertThat(many.statusCode()).isEqualTo(429);
        assertThat(many.body()).contains("Попробуйте позже", "value=\"nina@example.org\"");
    }

    @Test
    void whatTheSiteAsksStandsInTheFormAndNothingWrittenIsLost() throws Exception {
        var name = new AskedField(AskedField.Kind.NAME, "", true, List.of());
        var who = new AskedField(AskedField.Kind.CHOICE, "Вы <кто>", true, List.of("Человек", "Фирма"));
        server.clients.questionnaires().change(Actor.program(), server.site.id(), List.of(name, who));
        assertThat(get("").body()).contains("Ваше имя", "Вы &lt;кто&gt;", "<option>Фирма</option>");
        HttpResponse<String> wrong =
                post(Map.of("text", "Где заказ?", "answer+name", "Вера", "answer+own+" + encoded("Вы <кто>"), "Кот"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains(">Где заказ?</textarea>", "value=\"Вера\"", "Выберите одно из списка");
        assertThat(server.conversations.open(10)).isEmpty();
        post(Map.of("text", "Где заказ?", "answer+name", "Вера", "answer+own+" + encoded("Вы <кто>"), "Фирма"));
        Conversation begun = server.conversations.open(10).getFirst();
        assertThat(server.clients.questionnaires().answers(begun.facts().visitor()))
                .containsExactly(Map.entry("Вы <кто>", "Фирма"));
        assertThat(get("").body()).doesNotContain("Ваше имя");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatDoesNotGoOnOnePageIsOnTheOneBefore() throws Exception {
        post(Map.of("text", "Первое слово"));
        Conversation asked = server.conversations.open(10).getFirst();
        say(asked.id(), 150);
        String newest = get("/log").body();
        assertThat(newest).contains("word 149", "http-equiv=\"refresh\"", "<li class=\"note day\">");
        assertThat(newest).doesNotContain("word 40<", "Первое слово");
        Matcher link = Pattern.compile("/log\\?before=([^\"]+)").matcher(newest);
        assertThat(link.find()).isTrue();
        String before = get("/log?before=" + link.group(1)).body();
        assertThat(before).contains("Первое слово", "word 40<").doesNotContain("word 149", "http-equiv=\"refresh\"");
        assertThat(before).doesNotContain("?before=");
        assertThat(get("/log?before=%3Cscript%3E.9").body()).contains("word 149");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.origin() + "/plain/" + server.site.key() + path))
                .header("Accept-Language", "ru");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Map<String, String> fields) throws IOException, InterruptedException {
        return post("", fields);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest said = request(path)
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
