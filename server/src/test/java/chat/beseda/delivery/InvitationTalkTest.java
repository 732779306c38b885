package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.outreach.Condition;
import chat.beseda.outreach.Figures;
import chat.beseda.outreach.InvitationRule;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Showing;
import chat.beseda.sites.PagePattern;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorInvited;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invitations and rules of pages from end to end, over lines: M1, M2, M7. */
class InvitationTalkTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void afterFiveMinutesOnThePageWhoIsOnLineInvites() {
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        passWithSigns(Duration.ofSeconds(290), page, console);
        assertThat(page.text()).doesNotContain("\"invite\"");

        JsonNode invite = invited(page, console);

        assertThat(invite.get("text").stringValue())
                .isEqualTo("Здравствуйте! Если у Вас есть вопросы, мы готовы Вам помочь.");
        assertThat(invite.get("person").get("name").stringValue()).isEqualTo("Anna");
        assertThat(invite.get("locale").stringValue()).isEqualTo("ru");
    }

    @Test
    void nobodyIsInvitedWhileNobodyIsOnLineAndEverybodyOnceSomebodyIs() {
        TestLine page = page(null, "a", "/kettles");
        passWithSigns(Duration.ofSeconds(400), page);
        assertThat(page.text()).doesNotContain("\"invite\"");

        TestLine console = onLine();
        invited(page, console);
    }

    @Test
    void whoRefusesIsLeftInPeaceOverPageLoadsAndItIsCountedAndNoConversation() {
        rules(rule(List.of(), 5));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        answer(page, invited(page, console), "refused");
        String visit = visit(page);
        page.close();

        TestLine next = page(visit, "b", "/pans");
        passWithSigns(Duration.ofSeconds(30), next, console);

        assertThat(next.text()).doesNotContain("\"invite\"");
        assertThat(server.conversations.open(10)).isEmpty();
        assertThat(figures()).isEqualTo(new Figures(1, 0, 1, 0));
    }

    @Test
    void whoLeavesThePageHasIgnoredItAndIsInvitedNoMoreThanTheLimitSays() {
        rules(rule(List.of(), 2));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        shown(page, invited(page, console));
        String visit = visit(page);
        TestLine second = page(visit, "b", "/pans");
        shown(second, invited(second, console));
        TestLine third = page(visit, "c", "/spoons");
        passWithSigns(Duration.ofSeconds(30), third, console);

        assertThat(third.text()).doesNotContain("\"invite\"");
        assertThat(figures()).isEqualTo(new Figures(2, 0, 0, 2));
    }

    @Test
    void whoAcceptsFindsTheWordsInTheWindowAndNoConversationYet() {
        rules(rule(List.of(), 1));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        answer(page, invited(page, console), "accepted");

        TestLine window = line("visitor", siteQuery(), server.origin());
        window.send(hello("panel", visit(page), "p", "/kettles"));
        JsonNode welcome = window.await("welcome");

        assertThat(welcome.get("invitation").get("text").stringValue()).startsWith("Здравствуйте!");
        assertThat(welcome.get("invitation").get("person").get("name").stringValue())
                .isEqualTo("Anna");
        assertThat(server.conversations.open(10)).isEmpty();
        assertThat(figures()).isEqualTo(new Figures(1, 1, 0, 0));
    }

    @Test
    void whoHasTheWindowOpenIsNotInvited() {
        rules(rule(List.of(new Condition.OnPage(5)), 9));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        TestLine window = line("visitor", siteQuery(), server.origin());
        window.send(hello("panel", visit(page), "p", "/kettles"));
        window.await("synced");
        passWithSigns(Duration.ofSeconds(30), page, console, window);
        assertThat(page.text()).doesNotContain("\"invite\"");
    }

    @Test
    void theSitesOwnWordsAndRestDecideToo() {
        rules(rule(
                List.of(new Condition.Value("cart", Condition.Value.Test.LEAST, "1000"), new Condition.Idle(20)), 1));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/cart");
        assertThat(page.await("noticeIdle").get("seconds").intValue()).isEqualTo(20);
        page.send(Map.of("t", "idle", "seconds", 20));
        passWithSigns(Duration.ofSeconds(10), page, console);
        assertThat(page.text()).doesNotContain("\"invite\"");
        page.send(Map.of("t", "values", "values", "{\"cart\": 1200.5, \"deep\": {\"no\": 1}}"));
        invited(page, console);

        page.send(Map.of("t", "values", "values", "[1]"));
        assertThat(page.await("refused").get("code").stringValue()).isEqualTo("malformed");
    }

    @Test
    void anOperatorInvitesByHandAndRespectsARefusal() {
        rules();
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        String visitor = visitorId(page);
        invite(console, "r0", "404", "Привет!");
        assertThat(console.await("refused").get("code").stringValue()).isEqualTo("visitor_gone");
        invite(console, "r1", visitor, " ");
        assertThat(console.await("refused").get("code").stringValue()).isEqualTo("message_empty");
        invite(console, "r2", visitor, "Показать чайники?");
        console.await("done");
        JsonNode invite = page.await("invite");
        assertThat(invite.get("text").stringValue()).isEqualTo("Показать чайники?");
        invite(console, "r3", visitor, "Точно?");
        assertThat(console.await("refused").get("code").stringValue()).isEqualTo("visitor_busy");
        answer(page, invite, "refused");
        invite(console, "r4", visitor, "Ну пожалуйста!");
        assertThat(console.await("refused").get("code").stringValue()).isEqualTo("visitor_refused");
    }

    @Test
    void theButtonIsOnlyWhereTheRulesPutIt() {
        showing(new Showing(
                List.of(),
                List.of(new PagePattern("/cart*")),
                List.of(),
                List.of(),
                true,
                null,
                List.of(),
                Showing.Nobody.QUEUE,
                0));
        TestLine page = page(null, "a", "/cart");
        assertThat(look(page, "welcome").get("show").booleanValue()).isFalse();
        assertThat(look(page, "welcome").get("asks").booleanValue()).isTrue();

        page.send(Map.of("t", "page", "page", address("/kettles")));
        JsonNode moved = page.await("site");
        assertThat(moved.get("site").get("show").booleanValue()).isTrue();

        showing(Showing.standard());
        passUntil(page, "site", frame -> !frame.get("site").get("asks").booleanValue());
    }

    @Test
    void aPlaceThatTheSiteTellsDecidesAtOnce() {
        var perm = new PlacePattern("RU", "Пермский край", null);
        showing(new Showing(
                List.of(), List.of(), List.of(perm), List.of(), false, null, List.of(), Showing.Nobody.QUEUE, 0));
        TestLine page = page(null, "a", "/kettles");
        assertThat(look(page, "welcome").get("show").booleanValue()).isFalse();
        page.send(Map.of("t", "values", "values", "{\"city\":\"Пермь\"}"));
        assertThat(page.await("site").get("site").get("show").booleanValue()).isTrue();
        page.send(Map.of("t", "values", "values", "{\"city\":\"Саратов\"}"));
        assertThat(page.await("site").get("site").get("show").booleanValue()).isFalse();
    }

    @Test
    void withoutAnybodyTheButtonHidesAndComesBackWithWhoComes() {
        showing(new Showing(List.of(), List.of(), List.of(), List.of(), true, null, List.of(), Showing.Nobody.HIDE, 0));
        TestLine page = page(null, "a", "/kettles");
        assertThat(look(page, "welcome").get("show").booleanValue()).isFalse();
        onLine();
        passUntil(page, "site", frame -> frame.get("site").get("show").booleanValue());
    }

    @Test
    void withoutAnybodyWhoBeginsIsAskedForAnAddressAndItIsKeptForTheOperators() {
        showing(nobody(Showing.Nobody.FORM));
        TestLine page = page(null, "a", "/kettles");
        assertThat(look(page, "welcome").get("show").booleanValue()).isTrue();
        assertThat(look(page, "welcome").get("asks").booleanValue()).isFalse();
        TestLine window = window(visit(page), "p");
        assertThat(look(window, "welcome").get("form").booleanValue()).isTrue();

        leave(window, "r1", "Ирина", "нет у меня");
        assertThat(window.await("refused").get("code").stringValue()).isEqualTo("address_invalid");
        leave(window, "r2", "Ирина", "irina@example.test");
        assertThat(window.await("done").get("rid").stringValue()).isEqualTo("r2");
        leave(page, "r3", "Ирина", "other@example.test");
        assertThat(page.await("refused").get("code").stringValue()).isEqualTo("forbidden");

        assertThat(server.visitors.byId(new VisitorId(Long.parseLong(visitorId(page)))))
                .hasValueSatisfying(visitor -> {
                    assertThat(visitor.name()).isEqualTo("Ирина");
                    assertThat(visitor.email()).isEqualTo("irina@example.test");
                });
        onLine();
        passUntil(window, "site", frame -> !frame.get("site").get("form").booleanValue());
    }

    @Test
    void theButtonThatHidesStaysWithWhoHasAConversation() {
        showing(nobody(Showing.Nobody.HIDE));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        TestLine window = window(visit(page), "p");
        window.send(Map.of("t", "send", "cid", "AAAAAAAAAAAAAAAAAAAAAA", "text", "Не уходите!"));
        window.await("ack");
        console.close();
        passUntil(page, "site", frame -> !frame.get("site").get("online").booleanValue());
        assertThat(page.text()).doesNotContain("\"show\":false");

        TestLine again = page(visit(page), "b", "/pans");
        assertThat(look(again, "welcome").get("show").booleanValue()).isTrue();
        TestLine stranger = page(null, "c", "/pans");
        assertThat(look(stranger, "welcome").get("show").booleanValue()).isFalse();
    }

    @Test
    void newsTellHowAVisitorStandsToAnInvitation() {
        rules(rule(List.of(), 5));
        var told = new CopyOnWriteArrayList<VisitorInvited.Answer>();
        server.bus.subscribe(VisitorInvited.class, news -> told.add(news.answer()));
        TestLine console = onLine();
        TestLine page = page(null, "a", "/kettles");
        answer(page, invited(page, console), "refused");
        server.settle();
        assertThat(told).containsExactly(VisitorInvited.Answer.NONE, VisitorInvited.Answer.DECLINED);
    }

    private static Showing nobody(Showing.Nobody nobody) {
        return new Showing(List.of(), List.of(), List.of(), List.of(), true, null, List.of(), nobody, 60);
    }

    private TestLine window(String visit, String tab) {
        TestLine window = line("visitor", siteQuery(), server.origin());
        window.send(hello("panel", visit, tab, "/kettles"));
        window.await("synced");
        return window;
    }

    private static void leave(TestLine line, String rid, String name, String address) {
        line.send(Map.of("t", "address", "rid", rid, "name", name, "address", address));
    }

    private static JsonNode look(TestLine page, String frame) {
        return page.journal().stream()
                .filter(each -> each.get("t").stringValue().equals(frame))
                .findFirst()
                .orElseThrow()
                .get("site");
    }

    private TestLine onLine() {
        TestLine console = console(server.anna.id());
        console.send(Map.of("t", "state", "rid", "on" + tokens.name(), "state", "online"));
        console.await("done");
        return console;
    }

    private TestLine page(@Nullable String visit, String tab, String path) {
        TestLine page = line("visitor", siteQuery(), LineServer.SHOP);
        page.send(hello("loader", visit, tab, path));
        page.await("synced");
        return page;
    }

    private static Map<String, Object> hello(String role, @Nullable String visit, String tab, String path) {
        Map<String, Object> hello = new HashMap<>(Hellos.visitor(role, visit, null, null, List.of()));
        hello.put("tab", tab);
        hello.put("page", address(path));
        return hello;
    }

    private static Map<String, Object> address(String path) {
        return Map.of("url", "https://shop.example" + path, "title", path, "referrer", "");
    }

    private static String visit(TestLine page) {
        return page.journal().getFirst().get("visit").stringValue();
    }

    private String visitorId(TestLine page) {
        return Long.toString(server.visitors
                .recognise(server.site.id(), visit(page), null, false)
                .visitor()
                .id()
                .value());
    }

    private static void invite(TestLine console, String rid, String visitor, String text) {
        console.send(Map.of("t", "invite", "rid", rid, "visitor", visitor, "text", text));
    }

    private JsonNode invited(TestLine page, TestLine console) {
        for (int second = 0; second < 600 && invites(page) == 0; second++) {
            passWithSigns(Duration.ofSeconds(1), page, console);
        }
        assertThat(invites(page)).isPositive();
        return page.journal().stream()
                .filter(frame -> frame.get("t").stringValue().equals("invite"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static long invites(TestLine page) {
        return page.journal().stream()
                .filter(frame -> frame.get("t").stringValue().equals("invite"))
                .count();
    }

    /** Time passes while the browsers answer their heartbeats. */
    private void passWithSigns(Duration time, TestLine... lines) {
        for (long second = 0; second < time.toSeconds(); second++) {
            server.pass(Duration.ofSeconds(1));
            if (second % 2 == 0) {
                for (TestLine line : lines) {
                    line.send(Map.of("t", "probe"));
                    line.await("beat", frame -> frame.get("now").longValue() == server.clock.millis());
                }
            }
        }
    }

    private void shown(TestLine page, JsonNode invite) {
        tell(page, invite, "shown");
    }

    private void answer(TestLine page, JsonNode invite, String outcome) {
        tell(page, invite, "shown");
        tell(page, invite, outcome);
    }

    private static void tell(TestLine page, JsonNode invite, String outcome) {
        page.send(Map.of("t", "invited", "id", invite.get("id").stringValue(), "outcome", outcome));
        page.send(Map.of("t", "probe"));
        page.await("beat");
    }

    private void rules(InvitationRule... rules) {
        server.outreach.rules().changeInvitations(Actor.program(), server.site, List.of(rules));
    }

    private void showing(Showing showing) {
        server.outreach.rules().changeShowing(Actor.program(), server.site, showing);
    }

    private static InvitationRule rule(List<Condition> conditions, int perVisit) {
        return new InvitationRule("7", "", true, true, conditions, Map.of(), null, perVisit, 50, 60, 60);
    }

    private Figures figures() {
        return server.outreach
                .inviter()
                .figures(server.site, server.clock.millis() - Duration.ofDays(1).toMillis())
                .getOrDefault("7", new Figures(0, 0, 0, 0));
    }
}
