package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Offers, hand-overs and places in the queue as the screens hear of them. */
class RoutedTalkTest extends LineField {
    private int orders;

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @BeforeEach
    void route() {
        server.routing.dispatcher().start();
    }

    private void order(TestLine line, String type, JsonNode head) {
        order(line, type, head, Map.of());
    }

    private void order(TestLine line, String type, JsonNode head, Map<String, ?> more) {
        Map<String, Object> frame = new HashMap<>(more);
        frame.put("t", type);
        frame.put("rid", "order " + ++orders);
        frame.put("conversation", head.get("id").stringValue());
        frame.put("version", head.get("version").intValue());
        line.send(frame);
    }

    private static Map<String, Object> handOver(@Nullable String to, @Nullable String department, boolean ask) {
        Map<String, Object> frame = new HashMap<>();
        frame.put("to", to);
        frame.put("department", department);
        frame.put("note", "He wants the blue one");
        frame.put("ask", ask);
        return frame;
    }

    private static JsonNode head(TestLine line, String state) {
        return line.await(
                        "conversation",
                        frame -> frame.at("/conversation/state").stringValue().equals(state))
                .get("conversation");
    }

    private static JsonNode handed(TestLine line) {
        return line.await(
                        "conversation",
                        frame -> frame.at("/conversation/transfer").isObject())
                .get("conversation");
    }

    private JsonNode annasOwn(TestLine anna, TestLine visitor) {
        asked(visitor, "Is the kettle blue?");
        order(anna, "take", head(anna, "offered"));
        return head(anna, "active");
    }

    @Test
    void aQuestionIsOfferedWithItsDeadlineAndRefusedToTheNext() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        TestLine other = console(boris.id());
        asked(visitor, "Is the kettle blue?");

        JsonNode offered = head(anna, "offered");
        assertThat(offered.at("/offer/until").longValue()).isEqualTo(server.clock.millis() + 30_000);
        String first = offered.at("/offer/to").stringValue();
        boolean annas = first.equals(server.anna.id().toString());
        order(annas ? anna : other, "refuse", offered);
        JsonNode next = anna.await(
                        "conversation",
                        frame -> frame.at("/conversation/offer/to").isString()
                                && !frame.at("/conversation/offer/to")
                                        .stringValue()
                                        .equals(first))
                .get("conversation");
        assertThat(next.get("state").stringValue()).isEqualTo("offered");
        order(annas ? anna : other, "refuse", offered);
        assertThat((annas ? anna : other).await("refused").get("code").stringValue())
                .isEqualTo("offer_gone");
    }

    @Test
    void whoTakesByAnOlderVersionOfTheOfferHasIt() {
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        asked(visitor, "Is the kettle blue?");
        JsonNode offered = head(anna, "offered");
        passUntil(
                anna,
                "conversation",
                frame -> frame.at("/conversation/version").intValue()
                        > offered.get("version").intValue());

        order(anna, "take", offered);
        anna.await("done");
        assertThat(conversationById(offered.get("id").stringValue())).isInstanceOf(Conversation.Active.class);
    }

    @Test
    void theReceiverAcceptsAndTheVisitorIsToldWhoComes() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);
        TestLine other = console(boris.id());

        order(anna, "handover", mine, handOver(boris.id().toString(), null, false));
        JsonNode handed = handed(other);
        assertThat(handed.at("/transfer/note").stringValue()).isEqualTo("He wants the blue one");
        assertThat(handed.get("owner").stringValue()).isEqualTo(server.anna.id().toString());
        order(other, "accept", handed);

        visitor.await(
                "events",
                frame -> text(frame).contains("handed_over") && text(frame).contains("Boris"));
        assertThat(conversationById(mine.get("id").stringValue()).owner()).isEqualTo(boris.id());
    }

    @Test
    void whatNobodyAcceptsStaysWithItsOwner() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);
        TestLine other = console(boris.id());
        order(anna, "handover", mine, handOver(boris.id().toString(), null, false));
        JsonNode handed = handed(other);

        order(other, "decline", handed);
        JsonNode kept = anna.await(
                        "conversation",
                        frame -> frame.at("/conversation/version").intValue()
                                > handed.get("version").intValue())
                .get("conversation");
        assertThat(kept.get("transfer").isNull()).isTrue();
        order(anna, "handover", kept, handOver(boris.id().toString(), null, false));
        handed(other);
        other.close();
        passUntil(
                anna,
                "conversation",
                frame -> frame.at("/conversation/version").intValue()
                                > kept.get("version").intValue() + 1
                        && frame.at("/conversation/transfer").isNull());
        assertThat(conversationById(mine.get("id").stringValue()).owner()).isEqualTo(server.anna.id());
    }

    @Test
    void nobodyReceivesWhoIsNotThere() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);

        order(anna, "handover", mine, handOver(boris.id().toString(), null, false));
        assertThat(anna.await("refused").get("code").stringValue()).isEqualTo("receiver_away");
    }

    @Test
    void aDepartmentOfAnotherSiteReceivesNothing() {
        var elsewhere = new DepartmentDraft(
                "Wholesale", List.of(server.anotherSite("Wholesale").id()));
        String wholesale = server.people
                .departments()
                .create(Actor.program(), elsewhere)
                .id()
                .toString();
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);

        order(anna, "handover", mine, handOver(null, wholesale, false));
        assertThat(anna.await("refused").get("code").stringValue()).isEqualTo("receiver_away");
        assertThat(conversationById(mine.get("id").stringValue()).owner()).isEqualTo(server.anna.id());
    }

    @Test
    void theVisitorIsAskedFirstWhereTheOwnerWantsIt() {
        String sales = server.people
                .departments()
                .create(Actor.program(), new DepartmentDraft("Sales", List.of()))
                .id()
                .toString();
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);

        order(anna, "handover", mine, handOver(null, sales, true));
        JsonNode asked = handed(visitor);
        assertThat(asked.at("/transfer/department").stringValue()).isEqualTo(sales);
        visitor.send(Map.of(
                "t", "consent", "rid", "yes", "conversation", asked.get("id").stringValue(), "agreed", true));
        visitor.await("done");
        visitor.see("events", frame -> text(frame).contains("handed_over"));
        assertThat(conversationById(mine.get("id").stringValue()).facts().department())
                .hasToString(sales);
    }

    @Test
    void supervisorsTakeOverAndOthersMayNot() {
        Operator boris = server.join("Boris", Role.OPERATOR);
        Operator sveta = server.join("Sveta", Role.SUPERVISOR);
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        JsonNode mine = annasOwn(anna, visitor);
        TestLine other = console(boris.id());
        TestLine supervisor = console(sveta.id());

        order(other, "takeover", mine);
        assertThat(other.await("refused").get("code").stringValue()).isEqualTo("forbidden");
        order(supervisor, "takeover", mine);
        supervisor.await("done");

        visitor.await("events", frame -> text(frame).contains("taken_over"));
        assertThat(conversationById(mine.get("id").stringValue()).owner()).isEqualTo(sveta.id());
        anna.send(answer(mine.get("id").stringValue(), mine.get("version").intValue(), "mine"));
        assertThat(anna.await("refused").get("code").stringValue()).isEqualTo("not_owner");
    }

    @Test
    void theWaitingVisitorSeesThePlaceAndNotWhoIsAsked() {
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        asked(visitor, "Is the kettle blue?");
        head(anna, "offered");
        server.pass(Duration.ofSeconds(1));

        JsonNode place = visitor.await("queue");
        assertThat(place.get("place").intValue()).isEqualTo(1);
        assertThat(place.get("waitMs").isNull()).isTrue();
        assertThat(visitor.text()).doesNotContain("offered");
    }

    @Test
    void openingAQuestionIsSeenAtOnceAsWriting() {
        TestLine visitor = panel(null);
        TestLine anna = console(server.anna.id());
        asked(visitor, "Is the kettle blue?");
        JsonNode offered = head(anna, "offered");

        anna.send(Map.of("t", "open", "conversation", offered.get("id").stringValue()));

        JsonNode typing = visitor.await("typing");
        assertThat(typing.get("side").stringValue()).isEqualTo("operator");
        assertThat(typing.get("on").booleanValue()).isTrue();
    }
}
