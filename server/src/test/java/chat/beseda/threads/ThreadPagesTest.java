package chat.beseda.threads;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.events.ClientId;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.letters.LinkedPages;
import chat.beseda.mail.Mail;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestEngine;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.unseen.UnseenLetter;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
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
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the links in letters lead to (M-f2). */
class ThreadPagesTest {
    private static final String VERA = "vera@example.net";

    private final PeopleFixture house = new PeopleFixture(TestEngine.SQLITE);
    private final RandomTokens tokens = new RandomTokens();
    private final HttpClient browser = HttpClient.newHttpClient();
    private Conversations conversations;
    private Visitors visitors;
    private UnseenAnswers unseen;
    private Bans bans;
    private Visitor visitor;
    private OperatorId anna;
    private Conversation conversation;
    private String token;
    private Javalin server;

    @BeforeEach
    void start() {
        var made = house.setUp();
        Site site = house.people().sites().all().getFirst();
        anna = made.administrator().id();
        var ids = new IdSource(house.clock);
        var bus = new RecordingBus();
        var audit = house.people().audit();
        conversations = new Conversations(house.database(), bus, ids, house.clock);
        visitors = new Visitors(house.database(), bus, ids, house.clock);
        bans = new Bans(house.database(), bus, ids, audit, house.clock);
        var mail = new Mail(house.database(), ids, audit, house.timers, house.clock);
        unseen = new UnseenAnswers(
                house.database(), conversations, visitors, id -> false, bans, mail, audit, house.clock);
        visitor = visitors.recognise(site.id(), null, null, true).visitor();
        visitors.changeContacts(visitor.id(), "Вера", VERA, "");
        conversations.postByVisitor(visitor, new Opening(null, "ru", null), cid(), "Есть <script>пила</script>?");
        conversation = conversations.open(1).getFirst();
        conversations.take(anna, conversation.id(), conversation.facts().version());
        token = answered("Есть");
        var pages = new ThreadPages(
                house.people().sites(),
                visitors,
                conversations,
                bans,
                unseen,
                new LinkedPages((operator, language) -> "Анна"),
                house.timers,
                house.clock);
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
        house.close();
    }

    private ClientId cid() {
        return new ClientId(tokens.name());
    }

    private Conversation now() {
        return conversations.byId(conversation.id()).orElseThrow();
    }

    /** The token of the letter about an answer. */
    private String answered(String words) {
        conversations.postByOperator(anna, conversation.id(), now().facts().version(), cid(), words);
        house.clock.advance(Duration.ofMinutes(10));
        UnseenLetter letter = unseen.due().getFirst();
        house.database().write(tx -> unseen.settle(tx, letter));
        return letter.token();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + server.port() + path);
        return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String... fields) throws IOException, InterruptedException {
        var body = new StringBuilder();
        for (int at = 0; at < fields.length; at += 2) {
            body.append(at == 0 ? "" : "&")
                    .append(fields[at])
                    .append('=')
                    .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
        }
        HttpRequest said = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return browser.send(said, BodyHandlers.ofString());
    }

    private List<EventBody.Message> messages() {
        return conversations.events(conversation.id(), Stream.PUBLIC, 0, 100).stream()
                .map(event -> event.body() instanceof EventBody.Message message ? message : null)
                .filter(message -> message != null)
                .toList();
    }

    @Test
    void theWholeConversationIsReadWithoutAnAccountAndKeptFromOthers() throws Exception {
        HttpResponse<String> page = get("/thread/" + token);
        assertThat(page.statusCode()).isEqualTo(200);
        Document html = Jsoup.parse(page.body());
        assertThat(html.text()).contains("Есть <script>пила</script>?", "Анна");
        assertThat(html.select("script")).isEmpty();
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void readingAloneIsNoSeeing() throws Exception {
        get("/thread/" + token);
        assertThat(now().facts().visitorSeen()).isZero();
    }

    @Test
    void whatIsWrittenThereIsTheVisitorsAndMarkedAsUnproven() throws Exception {
        String cid = Jsoup.parse(get("/thread/" + token).body())
                .select("input[name=cid]")
                .val();
        HttpResponse<String> sent = post("/thread/" + token, "cid", cid, "text", "Беру\r\nдве");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/thread/" + token + "?sent=1");
        post("/thread/" + token, "cid", cid, "text", "Беру\r\nдве");
        assertThat(messages())
                .filteredOn(message -> message.text().equals("Беру\nдве"))
                .singleElement()
                .satisfies(message -> assertThat(message.mail()).isEqualTo(VERA));
        assertThat(get("/thread/" + token + "?sent=1").body()).contains("Сообщение отправлено");
        assertThat(now().facts().visitorSeen()).isPositive();
    }

    @Test
    void whatCannotBeSentComesBack() throws Exception {
        HttpResponse<String> refused = post("/thread/" + token, "text", "а".repeat(4_001));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("textarea").text()).hasSize(4_001);
        HttpResponse<String> last = refused;
        for (int again = 0; again < 100 && last.statusCode() != 429; again++) {
            last = post("/thread/" + token, "text", "Ау");
        }
        assertThat(last.statusCode()).isEqualTo(429);
    }

    @Test
    void aLinkThatIsOldForeignOrOfAnotherAddressOpensNothing() throws Exception {
        assertThat(get("/thread/" + tokens.name()).statusCode()).isEqualTo(404);
        visitors.changeContacts(visitor.id(), "Вера", "other@example.net", "");
        assertThat(get("/thread/" + token).statusCode()).isEqualTo(404);
        assertThat(post("/thread/" + token, "text", "Ау").statusCode()).isEqualTo(404);
        visitors.changeContacts(visitor.id(), "Вера", VERA, "");
        assertThat(get("/thread/" + token).statusCode()).isEqualTo(200);
        house.clock.advance(ThreadPages.OPENS_FOR.plusSeconds(1));
        assertThat(get("/thread/" + token).statusCode()).isEqualTo(404);
        assertThat(get("/stop/" + token).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverIsBannedIsNotServed() throws Exception {
        bans.ban(Actor.program(), anna, visitor, null, null, "");
        assertThat(get("/thread/" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void lettersStopByOnePressAndComeAgainByAnother() throws Exception {
        assertThat(get("/stop/" + token).body()).contains(VERA, "Больше не присылать");
        assertThat(unseen.due()).isEmpty();
        HttpResponse<String> stopped = post("/stop/" + token, "List-Unsubscribe", "One-Click");
        assertThat(stopped.statusCode()).isEqualTo(200);
        assertThat(stopped.body()).contains("больше не приходят");
        conversations.postByOperator(anna, conversation.id(), now().facts().version(), cid(), "Вы тут?");
        house.clock.advance(Duration.ofMinutes(10));
        assertThat(unseen.due()).isEmpty();
        post("/stop/" + token, "want", "letters");
        assertThat(unseen.due()).hasSize(1);
    }

    @Test
    void lookingAtThePageOfStoppingStopsNothing() throws Exception {
        get("/stop/" + token);
        assertThat(unseen.isStopped(unseen.ofToken(token).orElseThrow())).isFalse();
    }
}
