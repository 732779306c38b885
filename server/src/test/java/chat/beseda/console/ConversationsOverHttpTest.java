package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Opening;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed conversations, logs and visitors: over real HTTP, with own and foreign sites. */
class ConversationsOverHttpTest {
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0";

    private ConsoleServer server;
    private Operator anna;
    private Site shop;
    private Site other;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        other = server.people
                .sites()
                .create(Actor.program(), SiteDraft.standard("Other", List.of("https://o.example"), "UTC", "auto"));
        browser = server.browser(anna);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void closedConversationsComeInPagesNewestFirst() {
        Visitor visitor = server.visitor(shop.id());
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> id(server.closedConversation(visitor, anna)))
                .toList()
                .reversed();
        server.question(visitor);

        Browser.Answer first = browser.get("/api/conversations?limit=2");
        Browser.Answer second = browser.get("/api/conversations?limit=3&before=" + ids.get(1));

        assertThat(idsOf(first)).isEqualTo(ids.subList(0, 2));
        assertThat(first.json().at("/more").asBoolean()).isTrue();
        assertThat(first.text("/conversations/0/state")).isEqualTo("closed");
        assertThat(first.text("/conversations/0/owner")).isEqualTo(anna.id().toString());
        assertThat(idsOf(second)).isEqualTo(ids.subList(2, 5));
        assertThat(second.json().at("/more").asBoolean()).isFalse();
    }

    @Test
    void listsAreOfASiteOrOfAVisitor() {
        Visitor one = server.visitor(shop.id());
        Visitor two = server.visitor(other.id());
        String closed = id(server.closedConversation(one, anna));
        String elsewhere = id(server.closedConversation(two, anna));
        String open = Long.toString(server.question(one).value());

        assertThat(idsOf(browser.get("/api/conversations"))).containsExactly(elsewhere, closed);
        assertThat(idsOf(browser.get("/api/conversations?state=closed&site=" + other.id())))
                .containsExactly(elsewhere);
        assertThat(idsOf(browser.get("/api/conversations?visitor=" + one.id().value())))
                .containsExactly(open, closed);
    }

    @Test
    void aLogIsReadBackwardsStreamByStream() {
        Conversation closed = server.closedConversation(server.visitor(shop.id()), anna);
        String path = "/api/conversations/" + id(closed) + "/events";

        Browser.Answer newest = browser.get(path + "?limit=2");
        Browser.Answer older = browser.get(path + "?before=" + newest.text("/events/0/seq"));
        Browser.Answer notes = browser.get(path + "?stream=internal");

        assertThat(newest.json().at("/more").asBoolean()).isTrue();
        assertThat(newest.text("/events/0/body/text")).isEqualTo("Да, в среду.");
        assertThat(newest.text("/events/1/body/type")).isEqualTo("closed");
        assertThat(older.json().at("/more").asBoolean()).isFalse();
        assertThat(older.text("/events/0/body/type")).isEqualTo("opened");
        assertThat(notes.text("/events/0/body/text")).isEqualTo("Постоянный покупатель");
    }

    @Test
    void nothingOfAForeignSiteIsSeen() {
        Visitor foreign = server.visitor(other.id());
        Conversation closed = server.closedConversation(foreign, anna);
        ConversationId open = server.question(foreign);
        String own = id(server.closedConversation(server.visitor(shop.id()), anna));
        for (Role role : List.of(Role.OPERATOR, Role.SUPERVISOR)) {
            Browser limited = server.browser(server.join("limited" + role, role, shop.id()));

            assertThat(idsOf(limited.get("/api/conversations"))).containsExactly(own);
            assertThat(idsOf(limited.get(
                            "/api/conversations?visitor=" + foreign.id().value())))
                    .isEmpty();
            assertThat(limited.get("/api/conversations/" + own).status()).isEqualTo(200);
            for (String path : List.of(
                    "/api/conversations?site=" + other.id(),
                    "/api/conversations/" + id(closed),
                    "/api/conversations/" + open.value(),
                    "/api/conversations/" + id(closed) + "/events",
                    "/api/conversations/" + id(closed) + "/events?stream=internal",
                    "/api/visitors/" + foreign.id().value())) {
                assertThat(limited.get(path).status()).as(path).isEqualTo(404);
            }
            assertThat(limited.put("/api/visitors/" + foreign.id().value(), "{\"name\": \"Mine\"}")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(server.visitors.byId(foreign.id()).orElseThrow().name()).isNull();
    }

    @Test
    void aVisitorOnLineIsDescribedAndOneWhoLeftIsRemembered() {
        Visitor visitor = server.visitor(shop.id());
        server.closedConversation(visitor, anna);
        var facts = new VisitorFacts("ru-RU", "Asia/Yekaterinburg", 1920, 1080, FIREFOX, "192.0.2.5");
        var page = new Page("https://shop.example/tea", "Tea", "");
        server.visitorPresence.arrived(visitor.id(), shop.id(), "line", facts, page);

        Browser.Answer present = browser.get("/api/visitors/" + visitor.id().value());

        assertThat(present.text("/browser")).isEqualTo("Firefox 153");
        assertThat(present.text("/system")).isEqualTo("Windows 10");
        assertThat(present.text("/timeZone")).isEqualTo("Asia/Yekaterinburg");
        assertThat(present.json().at("/screen/width").asInt()).isEqualTo(1920);
        assertThat(present.text("/page/title")).isEqualTo("Tea");
        assertThat(present.json().at("/online").asBoolean()).isTrue();
        assertThat(present.json().at("/conversations").size()).isEqualTo(1);
        Browser.Answer away =
                browser.get("/api/visitors/" + server.visitor(shop.id()).id().value());
        assertThat(away.json().at("/online").asBoolean()).isFalse();
        assertThat(away.json().at("/browser").isNull()).isTrue();
        assertThat(away.json().at("/number").asInt()).isEqualTo(2);
    }

    @Test
    void whereAVisitorSaidHeIsAndWhatHeSawLastOutliveHisVisit() {
        Visitor visitor = server.visitor(shop.id());
        var facts = new VisitorFacts("ru-RU", "Asia/Yekaterinburg", 1920, 1080, FIREFOX, "192.0.2.5");
        server.visitorPresence.arrived(
                visitor.id(), shop.id(), "line", facts, new Page("https://shop.example/tea", "Tea", ""));
        server.watchtower.words().byVisitor(visitor.id(), "Пермь", null);
        server.watchtower.visits().flush();
        server.visitorPresence.left("line");
        server.timers.advance(Duration.ofSeconds(10));

        Browser.Answer away = browser.get("/api/visitors/" + visitor.id().value());

        assertThat(away.json().at("/online").asBoolean()).isFalse();
        assertThat(away.text("/page/title")).isEqualTo("Tea");
        assertThat(away.text("/place/source")).isEqualTo("visitor");
    }

    @Test
    void aGoalIsTiedToTheConversationBeforeItOnly() {
        Visitor visitor = server.visitor(shop.id());
        server.visitors.reached(visitor, "form", null);
        server.watchtower.visits().flush();
        server.timers.advance(Duration.ofMinutes(1));
        Conversation talk = server.closedConversation(visitor, anna);
        server.timers.advance(Duration.ofMinutes(12));
        server.visitors.reached(visitor, "order", 1200.0);
        server.watchtower.visits().flush();

        var goals = browser.get("/api/visitors/" + visitor.id().value()).json().at("/goals");

        assertThat(goals.size()).isEqualTo(2);
        assertThat(goals.at("/0/name").asString()).isEqualTo("order");
        assertThat(goals.at("/0/value").asDouble()).isEqualTo(1200);
        assertThat(goals.at("/0/conversation").asString()).isEqualTo(id(talk));
        assertThat(goals.at("/1/conversation").isNull()).isTrue();
    }

    @Test
    void aGoalDoesNotTellAConversationThatOneMayNotRead() {
        Visitor visitor = server.visitor(shop.id());
        DepartmentId department = server.people
                .departments()
                .create(Actor.program(), new DepartmentDraft("Claims", List.of()))
                .id();
        ConversationId talk = server.question(visitor, new Opening(null, "", department));
        server.takeEverything(anna);
        server.visitors.reached(visitor, "order", null);
        server.watchtower.visits().flush();
        Browser stranger = server.browser(server.join("boris", Role.OPERATOR, shop.id()));
        String card = "/api/visitors/" + visitor.id().value();

        assertThat(browser.get(card).text("/goals/0/conversation")).isEqualTo(Long.toString(talk.value()));
        var seen = stranger.get(card).json();
        assertThat(seen.at("/goals/0/name").asString()).isEqualTo("order");
        assertThat(seen.at("/goals/0/conversation").isNull()).isTrue();
        assertThat(seen.at("/conversations").size()).isZero();
    }

    @Test
    void contactsAreKeptAndWhatIsTooLongIsNamed() {
        String path = "/api/visitors/" + server.visitor(shop.id()).id().value();

        Browser.Answer kept =
                browser.put(path, "{\"name\": \" Вера \", \"email\": \"vera@example.org\", \"phone\": null}");
        Browser.Answer refused = browser.put(path, "{\"name\": \"%s\"}".formatted("я".repeat(201)));

        assertThat(kept.text("/name")).isEqualTo("Вера");
        assertThat(kept.json().at("/phone").isNull()).isTrue();
        assertThat(browser.get(path).text("/email")).isEqualTo("vera@example.org");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/fields/0/code")).isEqualTo("too_long");
        assertThat(refused.text("/fields/0/value")).hasSize(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/conversations?limit=0",
                "/api/conversations?limit=101",
                "/api/conversations?before=abc",
                "/api/conversations?state=open",
                "/api/conversations/ID/events?stream=secret",
                "/api/conversations/ID/events?limit=-1"
            })
    void badQueriesAreNamed(String path) {
        String id = id(server.closedConversation(server.visitor(shop.id()), anna));

        Browser.Answer answer = browser.get(path.replace("ID", id));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/fields").size()).isEqualTo(1);
    }

    private static String id(Conversation conversation) {
        return Long.toString(conversation.id().value());
    }

    private static List<String> idsOf(Browser.Answer answer) {
        return answer.json()
                .at("/conversations")
                .valueStream()
                .map(conversation -> conversation.at("/id").asString())
                .toList();
    }
}
