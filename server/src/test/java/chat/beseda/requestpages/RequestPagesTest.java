package chat.beseda.requestpages;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.clients.Clients;
import chat.beseda.hours.Timetables;
import chat.beseda.people.People;
import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.FieldType;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requestkinds.Turn;
import chat.beseda.requests.Requests;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.security.Passwords;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.OwnOrigin;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls and letters of browsers without scripts (M-f1, U-frm, C-nojs). */
class RequestPagesTest {
    private static final Map<String, String> NONE = Map.of();

    private final TestClock clock = new TestClock();
    private final TestDatabase opened = TestEngine.SQLITE.open();
    private final RecordingBus bus = new RecordingBus();
    private final IdSource ids = new IdSource(clock);
    private final People people =
            People.of(opened.database(), bus, ids, clock, new Passwords(64), Path.of("no-photos"));
    private final Visitors visitors = new Visitors(opened.database(), bus, ids, clock);
    private final Requests requests = RequestsFixture.requests(
            opened.database(),
            bus,
            clock,
            people,
            visitors,
            new Clients(opened.database(), bus, visitors, people.audit(), clock),
            new Timetables(opened.database(), people.sites(), people.departments(), ids, people.audit()));
    private final RequestKinds kinds = requests.kinds();
    private final HttpClient browser = HttpClient.newHttpClient();
    private Site shop;
    private RequestKind call;
    private RequestKind letter;
    private Javalin server;

    @BeforeEach
    void start() {
        var draft = SiteDraft.standard("Shop <b>", List.of("https://shop.example"), "Europe/Moscow", "auto");
        shop = people.sites().create(Actor.program(), draft);
        call = kinds.create(Actor.program(), kind(Nature.CALL, "Заказать звонок", "Order a call"));
        letter = kinds.create(Actor.program(), kind(Nature.LETTER, "Претензия", "Claim"));
        var bans = new Bans(opened.database(), bus, ids, people.audit(), clock);
        var pages = new RequestPages(new RequestDesk(
                people.sites(), visitors, bans, requests, new OwnOrigin(null), new ManualTimers(clock), clock));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    pages.addTo(config.routes);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
        browser.close();
        opened.close();
    }

    private static KindDraft kind(Nature nature, String russian, String english) {
        boolean calls = nature == Nature.CALL;
        var asks = new Asks(
                Need.OPTIONAL,
                calls ? Need.REQUIRED : Need.OPTIONAL,
                calls ? Need.NO : Need.REQUIRED,
                calls ? Need.OPTIONAL : Need.REQUIRED);
        var order = new KindField("f1", Map.of("ru", "Заказ", "en", "Order"), FieldType.TEXT, false, List.of());
        var consent = new KindField("ok", Map.of("en", "I agree"), FieldType.CONSENT, true, List.of());
        return new KindDraft(
                null,
                nature,
                Map.of("ru", russian, "en", english),
                Map.of(),
                null,
                true,
                0,
                asks,
                List.of(order, consent),
                30,
                1,
                calls ? 2 : 0,
                0,
                calls,
                30,
                60,
                0,
                List.of(),
                Turn.ALL);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return browser.send((headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d/request/%s".formatted(server.port(), path));
    }

    /** What a browser would send of the form as it stands. */
    private static Map<String, String> fieldsOf(String html) {
        var fields = new LinkedHashMap<String, String>();
        for (Element field : Jsoup.parse(html).select("form [name]:not(button):not([type=checkbox])")) {
            Element chosen = field.selectFirst("option[selected]");
            Element first = field.selectFirst("option");
            Element option = chosen == null ? first : chosen;
            fields.put(field.attr("name"), option == null ? field.val() : option.val());
        }
        return fields;
    }

    private HttpResponse<String> post(RequestKind kind, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(shop.key() + "/" + kind.id()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return browser.send((headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofString());
    }

    /** The form of a kind, opened long enough ago and filled in. */
    private Map<String, String> filled(RequestKind kind, Map<String, String> with)
            throws IOException, InterruptedException {
        Map<String, String> fields = fieldsOf(get(shop.key() + "/" + kind.id()).body());
        fields.putAll(Map.of("phone", "+7 912 123-45-67", "answers.f1", "42", "answers.ok", "yes"));
        fields.putAll(with);
        clock.advance(Duration.ofSeconds(3));
        return fields;
    }

    private static List<String> faults(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("[aria-invalid]").eachAttr("name");
    }

    @Test
    void whatMayBeLeftIsListedInTheReadersLanguage() throws Exception {
        HttpResponse<String> russian = get(shop.key(), "Accept-Language", "ru-RU,ru;q=0.9");
        Document page = Jsoup.parse(russian.body());
        assertThat(page.select("html").attr("lang")).isEqualTo("ru");
        assertThat(page.select(".kinds a").eachText()).containsExactly("Заказать звонок", "Претензия");
        assertThat(page.title()).isEqualTo("Оставить заявку — Shop <b>");
        assertThat(russian.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(get(shop.key()).body()).contains("Order a call", "Claim");
    }

    @Test
    void aCallIsOrderedAndSentAgainItIsTheSame() throws Exception {
        Map<String, String> fields = filled(call, NONE);
        HttpResponse<String> sent = post(call, fields);
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(Jsoup.parse(sent.body()).select("[role=status]").text()).startsWith("We will call +7 912 123-45-67");
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
        HttpResponse<String> again = post(call, fields, "Cookie", cookie);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aTimeIsChosenByTheClockOfAZoneAndNothingTypedIsLost() throws Exception {
        Map<String, String> wishes = filled(call, Map.of("zone", "Asia/Yekaterinburg", "show", "1", "text", "<i>&"));
        HttpResponse<String> shown = post(call, wishes);
        assertThat(shown.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(shown.body());
        assertThat(page.select("textarea").text()).isEqualTo("<i>&");
        assertThat(page.select("[name=phone]").val()).isEqualTo("+7 912 123-45-67");
        assertThat(page.select("[type=checkbox]").hasAttr("checked")).isTrue();
        assertThat(page.select(".note").text()).contains("UTC+05:00");
        Map<String, String> fields = fieldsOf(shown.body());
        assertThat(fields).containsEntry("zone", "Asia/Yekaterinburg");
        String slot = page.select("optgroup option").getFirst().val();
        fields.putAll(Map.of("at", slot, "answers.ok", "yes"));
        HttpResponse<String> sent = post(call, fields);
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(sent.body()).contains("between").contains("UTC+05:00");
    }

    @Test
    void whoeverIsSlowerIsOfferedTheNextFreeTimes() throws Exception {
        Map<String, String> first = filled(call, NONE);
        String slot = Jsoup.parse(get(shop.key() + "/" + call.id()).body())
                .select("optgroup option")
                .get(3)
                .val();
        first.put("at", slot);
        Map<String, String> second = filled(call, Map.of("at", slot));
        assertThat(post(call, first).statusCode()).isEqualTo(201);
        HttpResponse<String> late = post(call, second);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(faults(late)).containsExactly("at");
        assertThat(late.body()).contains("This time has just been taken. The next free ones:");
        assertThat(fieldsOf(late.body())).containsEntry("answers.f1", "42");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() throws Exception {
        Map<String, String> fields = filled(call, Map.of("phone", "\"><script>1"));
        fields.remove("answers.ok");
        HttpResponse<String> refused = post(call, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused)).containsExactly("phone", "answers.ok");
        Document page = Jsoup.parse(refused.body());
        assertThat(page.getElementById("wrong.phone"))
                .extracting(Element::text)
                .asString()
                .contains("no such number");
        assertThat(page.select("[autofocus]").eachAttr("name")).containsExactly("phone");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("[name=phone]").val()).isEqualTo("\"><script>1");
        assertThat(faults(post(letter, filled(letter, Map.of("email", "vera@", "text", "")))))
                .containsExactly("email", "text");
    }

    @Test
    void robotsAndOtherSitesAreRefused() throws Exception {
        Map<String, String> trapped = filled(call, Map.of("website", "https://spam.example"));
        HttpResponse<String> robot = post(call, trapped);
        assertThat(robot.statusCode()).isEqualTo(429);
        assertThat(fieldsOf(robot.body())).containsEntry("website", "").containsEntry("answers.f1", "42");
        Map<String, String> fast = fieldsOf(get(shop.key() + "/" + call.id()).body());
        assertThat(post(call, fast).body()).contains("too fast");
        HttpResponse<String> stale = post(call, filled(call, Map.of("stamp", "1.2")));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(fieldsOf(stale.body()).get("stamp")).hasSizeGreaterThan(60);
        assertThat(post(call, filled(call, NONE), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void oneNetworkBringsNoCrowd() throws Exception {
        int last = 0;
        for (int count = 0; count < 30; count++) {
            last = post(call, filled(call, Map.of("phone", ""))).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        assertThat(get("nowhere").statusCode()).isEqualTo(404);
        assertThat(get("nowhere/1").statusCode()).isEqualTo(404);
        HttpResponse<String> gone = get(shop.key() + "/99");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("This form is gone", "Order a call");
    }
}
