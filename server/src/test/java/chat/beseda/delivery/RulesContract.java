package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.Role;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.LineServer;
import chat.beseda.testing.TestLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may do what over a line, of whatever kind, and when it ends. */
abstract class RulesContract extends LineField {
    @Test
    void aNoteNeverReachesTheVisitor() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        String key = asked(visitor, "Hello?");
        String id = taken(operator);

        operator.send(Map.of("t", "note", "conversation", id, "cid", tokens.name(), "text", "NOTE-CANARY"));
        JsonNode ack = operator.await("ack");
        assertThat(ack.get("stream").stringValue()).isEqualTo("internal");
        operator.send(answer(id, 1, "Yes"));
        visitor.await("events", frame -> text(frame).contains("Yes"));
        visitor.send(Map.of("t", "fetch", "conversation", key, "stream", "internal", "after", 0));
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("forbidden");
        visitor.send(Map.of("t", "older", "conversation", key, "stream", "internal", "before", 100));
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("forbidden");
        visitor.send(Map.of("t", "probe"));
        JsonNode top = visitor.await("beat").get("tops").get(0);
        assertThat(top.get("internal").longValue()).isZero();
        assertThat(top.get("public").longValue()).isEqualTo(4);
        assertThat(visitor.text()).doesNotContain("CANARY");
        operator.see("events", frame -> text(frame).contains("CANARY"));
    }

    @Test
    void anOperatorSeesOnlyTheSitesTheyServe() {
        var elsewhere = server.anotherSite("Elsewhere");
        Operator boris = server.join("Boris", Role.OPERATOR, elsewhere.id());
        TestLine visitor = panel(null);
        TestLine stranger = console(boris.id());
        TestLine anna = console(server.anna.id());
        asked(visitor, "SECRET-OF-THE-SHOP");
        String id = anna.await("conversation").get("conversation").get("id").stringValue();
        for (String t : List.of("open", "leave")) {
            stranger.send(Map.of("t", t, "conversation", id));
            assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        }
        stranger.send(Map.of("t", "fetch", "conversation", id, "stream", "public", "after", 0));
        assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        stranger.send(Map.of("t", "take", "rid", "r", "conversation", id, "version", 0));
        assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        assertThat(stranger.text()).doesNotContain("SECRET");
    }

    @Test
    void aVisitorReachesNobodyElsesConversation() {
        TestLine one = panel(null);
        String key = asked(one, "SECRET-OF-ONE");
        TestLine two = panel(null);
        two.send(words(key, tokens.name(), "into another's"));
        assertThat(two.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        two.send(Map.of("t", "fetch", "conversation", key, "stream", "public", "after", 0));
        assertThat(two.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        assertThat(two.text()).doesNotContain("SECRET");
    }

    @Test
    void whoLosesASiteLosesItsConversationsAtOnce() {
        Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
        TestLine visitor = panel(null);
        TestLine operator = console(boris.id());
        asked(visitor, "1");
        String id = taken(operator);
        var elsewhere = server.anotherSite("Elsewhere");
        var draft = new OperatorDraft("Boris", "", Role.OPERATOR, 5, Set.of(elsewhere.id()), Set.of(), false);
        server.people.operators().change(Actor.program(), boris.id(), draft);
        assertThat(operator.await("inbox").get("conversations").isEmpty()).isTrue();
        visitor.send(words(null, tokens.name(), "SECRET"));
        visitor.await("ack");
        operator.send(Map.of("t", "open", "conversation", id));
        assertThat(operator.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        assertThat(operator.text()).doesNotContain("SECRET");
    }

    @Test
    void aLoaderGetsCountsAndNoWords() {
        TestLine panel = panel(null);
        JsonNode welcome = panel.journal().getFirst();
        TestLine loader = line("visitor", siteQuery(), LineServer.SHOP);
        loader.send(Hellos.loader(welcome.get("visit").stringValue()));
        assertThat(loader.await("welcome").get("token").isNull()).isTrue();
        assertThat(loader.await("unread").get("open").booleanValue()).isFalse();
        TestLine operator = console(server.anna.id());
        String key = asked(panel, "1");
        String id = taken(operator);
        operator.send(answer(id, 1, "ANSWER"));
        loader.await("unread", frame -> frame.get("count").intValue() == 1);
        panel.send(Map.of("t", "seen", "conversation", key, "seq", 4));
        loader.await("unread", frame -> frame.get("count").intValue() == 0);
        loader.send(words(null, tokens.name(), "from a loader"));
        assertThat(loader.await("refused").get("code").stringValue()).isEqualTo("forbidden");
        assertThat(loader.text()).doesNotContain("ANSWER");
    }

    @Test
    void nonsenseIsRefusedAndTheThirdTimeTheLast() {
        TestLine visitor = panel(null);
        visitor.sendText("{\"t\":\"beat\",\"more\":1}");
        assertThat(visitor.await("refused").get("params").get("reason").stringValue())
                .isEqualTo("shape");
        visitor.sendText("{\"t\":\"unheard\"}");
        assertThat(visitor.await("refused").get("params").get("reason").stringValue())
                .isEqualTo("type");
        visitor.sendText("{\"t\":\"typing\",\"conversation\":\"x\",\"on\":\"yes\"}");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("malformed");
        assertThat(visitor.awaitClose()).isEqualTo(4400);
    }

    @Test
    void aFrameOverTheLimitEndsTheLine() {
        TestLine visitor = panel(null);
        visitor.send(words(null, tokens.name(), "x".repeat(16_000)));
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("message_too_long");
        visitor.send(words(null, tokens.name(), "x".repeat(17_000)));
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("too_large");
        assertThat(visitor.awaitClose()).isEqualTo(4413);
    }

    @Test
    void strangersAreToldWhy() {
        TestLine foreign = line("visitor", siteQuery(), "https://evil.example");
        assertThat(foreign.awaitClose()).isEqualTo(4403);
        TestLine unknown = line("visitor", "site=nosuch", LineServer.SHOP);
        assertThat(unknown.awaitClose()).isEqualTo(4404);
        TestLine panelElsewhere = line("visitor", siteQuery(), LineServer.SHOP);
        panelElsewhere.send(Hellos.panel(null));
        assertThat(panelElsewhere.awaitClose()).isEqualTo(4403);
        assertThat(panelElsewhere.text()).doesNotContain("welcome");
    }

    @Test
    void anOperatorsLineNeedsAFreshTicketAndOurOwnOrigin() {
        String ticket = server.ticket(server.anna.id());
        assertThatThrownBy(() -> line("operator", "ticket=" + ticket, "https://evil.example"))
                .isInstanceOf(CompletionException.class);
        TestLine good = line("operator", "ticket=" + ticket, server.origin());
        good.send(Hellos.operator(null, List.of()));
        good.await("synced");
        assertThatThrownBy(() -> line("operator", "ticket=" + ticket, server.origin()))
                .isInstanceOf(CompletionException.class);
        String stale = server.ticket(server.anna.id());
        server.clock.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> line("operator", "ticket=" + stale, server.origin()))
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void anEndedSessionEndsItsLines() {
        String session = server.session(server.anna.id());
        TestLine operator = line("operator", "ticket=" + server.ticket(session), server.origin());
        operator.send(Hellos.operator(null, List.of()));
        operator.await("synced");
        server.people.sessions().end(server.anna.id(), session);
        assertThat(operator.awaitClose()).isEqualTo(4401);
    }

    @Test
    void theSixthPanelReplacesTheFirst() {
        TestLine first = panel(null);
        String token = token(first);
        for (int i = 0; i < 4; i++) {
            panel(token);
        }
        assertThat(first.isClosed()).isFalse();
        panel(token);
        assertThat(first.awaitClose()).isEqualTo(4409);
    }

    @Test
    void aVisitorMaySendTenAtOnceAndThenOneASecond() {
        TestLine visitor = panel(null);
        for (int i = 0; i < 10; i++) {
            visitor.send(words(null, tokens.name(), "word " + i));
            visitor.await("ack");
        }
        String cid = tokens.name();
        visitor.send(words(null, cid, "too fast"));
        JsonNode refused = visitor.await("refused");
        assertThat(refused.get("code").stringValue()).isEqualTo("rate");
        assertThat(refused.get("cid").stringValue()).isEqualTo(cid);
        assertThat(refused.get("retryMs").longValue()).isBetween(1L, 1_000L);
        server.clock.advance(Duration.ofSeconds(1));
        visitor.send(words(null, cid, "too fast"));
        visitor.await("ack");
    }

    @Test
    void aNewcomerOfACrowdedNetworkWaitsItsTurnOnTheLine() {
        TestLine known = panel(null);
        String token = token(known);
        for (int i = 1; i < LineServer.NEWCOMERS_A_MINUTE / 2; i++) {
            TestLine newcomer = line("visitor", siteQuery(), server.origin());
            newcomer.send(Hellos.panel(null));
            newcomer.await("synced");
            newcomer.close();
        }
        panel(token);
        TestLine waiting = line("visitor", siteQuery(), server.origin());
        waiting.send(Hellos.panel(null));
        JsonNode refused = waiting.await("refused");
        assertThat(refused.get("code").stringValue()).isEqualTo("rate");
        assertThat(refused.get("cid").isNull()).isTrue();
        long wait = refused.get("retryMs").longValue();
        assertThat(wait).isBetween(1L, 500L);
        server.clock.advance(Duration.ofMillis(wait));
        waiting.send(Hellos.panel(null));
        waiting.await("synced");
        asked(waiting, "Hello?");
    }

    @Test
    void anOlderProtocolIsToldToReload() {
        TestLine visitor = line("visitor", siteQuery(), server.origin());
        Map<String, Object> hello = new HashMap<>(Hellos.panel(null));
        hello.put("protocol", 0);
        visitor.send(hello);
        assertThat(visitor.awaitClose()).isEqualTo(4426);
    }

    @Test
    void silenceEndsALineAndOurOwnPauseDoesNot() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        server.freeze(Duration.ofSeconds(12));
        server.pass(Duration.ofSeconds(3));
        operator.await("beat");
        assertThat(operator.isClosed()).isFalse();
        operator.send(Map.of("t", "beat"));
        operator.send(Map.of("t", "probe"));
        operator.await("beat");
        assertThat(passUntilClosed(operator)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(operator.awaitClose()).isEqualTo(4000);
        awaitOffLine(server.anna.id());
        assertThat(visitor.isClosed()).isFalse();
        passUntilClosed(visitor);
        assertThat(visitor.awaitClose()).isEqualTo(4000);
    }

    @Test
    void whoSaysNoHelloIsNotWaitedFor() {
        TestLine mute = line("visitor", siteQuery(), server.origin());
        assertThat(passUntilClosed(mute)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(20));
        assertThat(mute.awaitClose()).isEqualTo(4000);
    }
}
