package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.TestLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conversing over a line, of whatever kind. */
abstract class TalkContract extends LineField {
    @Test
    void aQuestionIsAnswered() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());

        String cid = tokens.name();
        visitor.send(words(null, cid, "Есть ли синий чайник?"));
        JsonNode ack = visitor.await("ack");
        assertThat(ack.get("cid").stringValue()).isEqualTo(cid);
        assertThat(ack.get("dup").booleanValue()).isFalse();
        assertThat(ack.get("seq").longValue()).isEqualTo(2);
        String key = ack.get("conversation").stringValue();

        JsonNode head = operator.await("conversation").get("conversation");
        assertThat(head.get("state").stringValue()).isEqualTo("waiting");
        assertThat(head.get("preview").get("text").stringValue()).isEqualTo("Есть ли синий чайник?");
        assertThat(head.get("visitor").get("label").stringValue()).isEqualTo("1");
        assertThat(head.get("visitor").get("page").get("title").stringValue()).isEqualTo("Kettles");
        String id = head.get("id").stringValue();
        assertThat(id).isNotEqualTo(key);

        operator.send(Map.of("t", "take", "rid", "r1", "conversation", id, "version", 0));
        assertThat(operator.await("done").get("rid").stringValue()).isEqualTo("r1");
        JsonNode served = awaitState(visitor, "active");
        assertThat(served.get("operator").get("name").stringValue()).isEqualTo("Anna");
        theyTalkAndClose(visitor, key, operator, id);
    }

    private void theyTalkAndClose(TestLine visitor, String key, TestLine operator, String id) {
        operator.send(Map.of("t", "typing", "conversation", id, "on", true));
        assertThat(visitor.await("typing").get("side").stringValue()).isEqualTo("operator");
        visitor.send(Map.of("t", "typing", "conversation", key, "on", true));
        assertThat(operator.await("typing").get("side").stringValue()).isEqualTo("visitor");

        operator.send(answer(id, 1, "Есть, последний."));
        operator.await("ack");
        JsonNode told = visitor.await("events", frame -> text(frame).contains("последний"));
        long seq = told.get("top").longValue();
        visitor.send(Map.of("t", "seen", "conversation", key, "seq", seq));
        JsonNode seen = operator.await("seen");
        assertThat(seen.get("seq").longValue()).isEqualTo(seq);

        operator.send(Map.of("t", "close", "rid", "r2", "conversation", id, "version", 1));
        operator.await("done");
        awaitState(visitor, "closed");
        visitor.see("events", frame -> frame.get("top").longValue() == 5);
        assertThat(seqs(visitor, key)).isEqualTo(upTo(5));
    }

    private static JsonNode awaitState(TestLine visitor, String state) {
        return visitor.await(
                        "conversation",
                        frame -> frame.get("conversation")
                                .get("state")
                                .stringValue()
                                .equals(state))
                .get("conversation");
    }

    @Test
    void aReturningClientGetsExactlyWhatItLacks() {
        TestLine first = panel(null);
        String token = token(first);
        String key = asked(first, "1");
        ConversationId id = conversation(key, first).id();
        first.close();
        say(id, 20);

        TestLine second = line("visitor", siteQuery(), server.origin());
        second.send(Hellos.visitor("panel", null, token, epoch(), List.of(Hellos.position(key, "public", 7))));
        second.await("synced");
        assertThat(seqs(second, key))
                .isEqualTo(LongStream.rangeClosed(8, 23).boxed().toList());
    }

    @Test
    void aClientFarBehindGetsTheNewestAndIsToldSo() {
        TestLine first = panel(null);
        String token = token(first);
        String key = asked(first, "1");
        say(conversation(key, first).id(), 310);

        TestLine second = line("visitor", siteQuery(), server.origin());
        second.send(Hellos.visitor("panel", null, token, epoch(), List.of(Hellos.position(key, "public", 1))));
        JsonNode events = second.await("events");
        assertThat(events.get("reset").booleanValue()).isTrue();
        assertThat(events.get("more").booleanValue()).isTrue();
        assertThat(seqs(second, key))
                .isEqualTo(LongStream.rangeClosed(264, 313).boxed().toList());

        second.send(Map.of("t", "older", "conversation", key, "stream", "public", "before", 264));
        JsonNode page = second.await("page");
        assertThat(page.get("events").get(0).get("seq").longValue()).isEqualTo(214);
        assertThat(page.get("more").booleanValue()).isTrue();
    }

    @Test
    void positionsOfAnotherLifeOfTheDatabaseCountForNothing() {
        TestLine first = panel(null);
        String token = token(first);
        String key = asked(first, "1");

        TestLine second = line("visitor", siteQuery(), server.origin());
        second.send(Hellos.visitor("panel", null, token, "another", List.of(Hellos.position(key, "public", 2))));
        second.await("synced");
        assertThat(seqs(second, key)).isEqualTo(upTo(2));
    }

    @Test
    void aGapIsFetched() {
        TestLine visitor = panel(null);
        String key = asked(visitor, "1");
        say(conversation(key, visitor).id(), 9);
        visitor.await("events", frame -> frame.get("top").longValue() == 12);
        visitor.send(Map.of("t", "fetch", "conversation", key, "stream", "public", "after", 4));
        JsonNode events = visitor.await("events");
        assertThat(events.get("reset").booleanValue()).isFalse();
        assertThat(events.get("events").get(0).get("seq").longValue()).isEqualTo(5);
        assertThat(events.get("events").size()).isEqualTo(8);
    }

    @Test
    void whatIsSentTwiceIsStoredOnce() {
        TestLine visitor = panel(null);
        String cid = tokens.name();
        visitor.send(words(null, cid, "once"));
        JsonNode first = visitor.await("ack");
        visitor.send(words(null, cid, "once, resent"));
        JsonNode second = visitor.await("ack");
        assertThat(second.get("dup").booleanValue()).isTrue();
        assertThat(second.get("seq")).isEqualTo(first.get("seq"));
        assertThat(second.get("conversation")).isEqualTo(first.get("conversation"));
        visitor.send(words(null, tokens.name(), "twice"));
        visitor.await("events", frame -> text(frame).contains("twice"));
        assertThat(visitor.text()).doesNotContain("resent");
    }

    @Test
    void anOrderGivenTwiceIsCarriedOutOnce() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        asked(visitor, "1");
        String id = operator.await("conversation").get("conversation").get("id").stringValue();
        operator.send(Map.of("t", "take", "rid", "same", "conversation", id, "version", 0));
        operator.await("done");
        operator.send(Map.of("t", "giveBack", "rid", "back", "conversation", id, "version", 1));
        operator.await("done");
        operator.send(Map.of("t", "take", "rid", "same", "conversation", id, "version", 2));
        operator.await("done");
        assertThat(conversationById(id)).isInstanceOf(Conversation.Waiting.class);
    }

    @Test
    void onlyOneOfTwoTakesIt() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        TestLine other = console(boris.id());
        asked(visitor, "1");
        String id = taken(anna);
        other.send(Map.of("t", "take", "rid", "late", "conversation", id, "version", 0));
        JsonNode refused = other.await("refused");
        assertThat(refused.get("code").stringValue()).isEqualTo("taken");
        assertThat(refused.get("params").get("owner").stringValue())
                .isEqualTo(server.anna.id().toString());
        other.send(answer(id, 1, "mine"));
        assertThat(other.await("refused").get("code").stringValue()).isEqualTo("not_owner");
    }

    @Test
    void theSiteLooksDifferentWhenSomebodyComesOnLine() {
        TestLine visitor = panel(null);
        assertThat(visitor.journal().getFirst().get("site").get("online").booleanValue())
                .isFalse();
        TestLine operator = console(server.anna.id());
        operator.send(Map.of("t", "state", "rid", "on", "state", "online"));
        operator.await("done");
        passUntil(visitor, "site", frame -> frame.get("site").get("online").booleanValue());
        operator.close();
        passUntil(visitor, "site", frame -> !frame.get("site").get("online").booleanValue());
    }

    @Test
    void todayIsShownAgainAndYesterdayIsNot() {
        TestLine visitor = panel(null);
        String token = token(visitor);
        String key = asked(visitor, "1");
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", key));
        visitor.await("done");
        assertThat(panel(token).text()).contains(key);
        server.clock.advance(Duration.ofHours(24));
        assertThat(panel(token).text()).doesNotContain(key);
    }

    @Test
    void whatIsClosedStaysClosedWhileTheVisitorWalksOn() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        String key = asked(visitor, "1");
        for (int i = 0; i < 20; i++) {
            visitor.send(Map.of("t", "page", "page", Map.of("url", "u" + i, "title", "t", "referrer", "")));
        }
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", key));
        visitor.await("done");
        passUntil(operator, "conversation", frame -> text(frame).contains("closed"));
        server.pass(Duration.ofSeconds(2));
        operator.send(Map.of("t", "probe"));
        operator.await("beat");
        assertThat(operator.journal().stream()
                        .filter(frame -> frame.get("t").stringValue().equals("conversation"))
                        .reduce((earlier, later) -> later))
                .hasValueSatisfying(last -> assertThat(text(last)).contains("\"state\":\"closed\""));
    }

    @Test
    void theOperatorSeesTheVisitorMove() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        asked(visitor, "1");
        operator.await("conversation");
        visitor.send(
                Map.of("t", "page", "page", Map.of("url", "https://shop.example/b", "title", "B", "referrer", "")));
        passUntil(operator, "conversation", frame -> text(frame).contains("\"title\":\"B\""));
    }

    @Test
    void anOperatorBackAfterALossHasTheirConversationsAndThoseTheyKnew() {
        TestLine visitor = panel(null);
        TestLine first = console(server.anna.id());
        asked(visitor, "1");
        String id = taken(first);
        first.close();
        visitor.send(words(null, tokens.name(), "still there?"));
        visitor.await("ack");
        server.settle();
        TestLine second = line("operator", "ticket=" + server.ticket(server.anna.id()), server.origin());
        second.send(Hellos.operator(epoch(), List.of(Hellos.position(id, "public", 3))));
        second.await("synced");
        assertThat(seqs(second, id)).isEqualTo(List.of(4L));
    }
}
