package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Transfer;
import chat.beseda.conversations.Why;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A conversation that goes where an operator may not read it goes out of their sight at that moment. */
class OutOfSightTest extends LineField {
    private static final String SECRET = "Only for returns";

    private final DepartmentId sales = department("Sales");
    private final DepartmentId returns = department("Returns");
    private final Operator vera = member("Vera", sales);
    private final Operator boris = member("Boris", sales);
    private final OperatorId anna = server.anna.id();

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void handedOverToAnotherDepartment() {
        Conversation asked = question(sales);
        int version = version(server.conversations.take(boris.id(), asked.id(), 0));
        TestLine watching = following(vera, asked.id());
        TestLine owners = following(boris, asked.id());
        done(server.conversations.handOver(
                boris.id(), asked.id(), version, new Transfer(null, returns, 0, SECRET, false)));
        seesNoMore(watching, asked.id());
        seesNoMore(owners, asked.id());
    }

    @Test
    void overflown() {
        Conversation asked = question(sales);
        TestLine watching = following(vera, asked.id());
        done(server.conversations.overflow(asked.id(), 0, returns));
        seesNoMore(watching, asked.id());
    }

    @Test
    void offeredAndPassedOn() {
        Conversation asked = question(returns);
        int version = offered(asked.id(), 0, vera.id());
        TestLine asks = following(vera, asked.id());
        offered(asked.id(), version, anna);
        seesNoMore(asks, asked.id());
    }

    @Test
    void offeredAndLetGo() {
        Conversation asked = question(returns);
        int version = offered(asked.id(), 0, vera.id());
        TestLine asks = following(vera, asked.id());
        done(server.conversations.queue(asked.id(), version, Set.of(vera.id()), Why.MISSED));
        seesNoMore(asks, asked.id());
    }

    @Test
    void handedOverInPersonAndNotAnswered() {
        Conversation asked = question(returns);
        int version = version(server.conversations.take(anna, asked.id(), 0));
        version = version(server.conversations.handOver(anna, asked.id(), version, toVera()));
        TestLine receivers = following(vera, asked.id());
        done(server.conversations.lapse(asked.id(), version));
        seesNoMore(receivers, asked.id());
    }

    @Test
    void takenAndGivenBack() {
        Conversation asked = question(returns);
        int version = accepted(asked.id());
        TestLine owners = following(vera, asked.id());
        done(server.conversations.giveBack(vera.id(), asked.id(), version));
        seesNoMore(owners, asked.id());
    }

    @Test
    void takenFromTheOneItWasHandedOverTo() {
        Conversation asked = question(returns);
        int version = accepted(asked.id());
        TestLine owners = following(vera, asked.id());
        done(server.conversations.takeOver(anna, asked.id(), version));
        seesNoMore(owners, asked.id());
    }

    @Test
    void whoOnlyHadItInTheListIsToldAsWell() {
        Conversation asked = question(sales);
        TestLine list = console(vera.id());
        done(server.conversations.overflow(asked.id(), 0, returns));
        gone(list, asked.id());
    }

    @Test
    void whoHadItOnTheScreenWhileOffTheLineIsToldOnComingBack() {
        Conversation asked = question(sales);
        following(vera, asked.id()).close();
        awaitOffLine(vera.id());
        done(server.conversations.overflow(asked.id(), 0, returns));
        TestLine back = line("operator", "ticket=" + server.ticket(vera.id()), server.origin());
        back.send(Hellos.operator(epoch(), List.of(Hellos.position(name(asked.id()), "public", 2))));
        gone(back, asked.id());
    }

    @Test
    void whoMayStillReadItIsToldOfEverything() {
        Conversation asked = question(sales);
        TestLine all = following(server.anna, asked.id());
        done(server.conversations.overflow(asked.id(), 0, returns));
        say(asked.id());
        all.see("events", frame -> text(frame).contains(SECRET));
        assertThat(all.text()).doesNotContain("conversation_gone");
    }

    private void seesNoMore(TestLine line, ConversationId id) {
        gone(line, id);
        say(id);
        TestLine all = following(server.anna, id);
        all.see("events", frame -> text(frame).contains(SECRET));
        line.send(Map.of("t", "probe"));
        assertThat(line.await("beat").get("tops")).isEmpty();
        assertThat(line.text()).doesNotContain(SECRET);
    }

    private static void gone(TestLine line, ConversationId id) {
        line.see(
                "conversation_gone",
                frame -> frame.get("conversation").stringValue().equals(name(id)));
    }

    private void say(ConversationId id) {
        assertThat(server.conversations.note(anna, id, new ClientId(tokens.name()), SECRET))
                .isInstanceOf(Posted.Stored.class);
    }

    private TestLine following(Operator operator, ConversationId id) {
        TestLine line = console(operator.id());
        line.send(Map.of("t", "open", "conversation", name(id)));
        for (String stream : List.of("public", "internal")) {
            line.see(
                    "events",
                    frame -> frame.get("conversation").stringValue().equals(name(id))
                            && frame.get("stream").stringValue().equals(stream));
        }
        return line;
    }

    private int accepted(ConversationId id) {
        int version = version(server.conversations.take(anna, id, 0));
        version = version(server.conversations.handOver(anna, id, version, toVera()));
        return version(server.conversations.accept(vera.id(), id, version));
    }

    private Transfer toVera() {
        return new Transfer(vera.id(), null, server.clock.millis() + 60_000, "", false);
    }

    private int offered(ConversationId id, int version, OperatorId to) {
        return version(server.conversations.offer(id, version, to, server.clock.millis() + 30_000, Set.of(), Why.FREE));
    }

    private static void done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private static int version(Outcome outcome) {
        done(outcome);
        return ((Outcome.Done) outcome).now().facts().version();
    }

    private Conversation question(@Nullable DepartmentId department) {
        var visitor =
                server.visitors.recognise(server.site.id(), null, null, true).visitor();
        server.conversations.postByVisitor(
                visitor, new Opening(null, "ru", department), new ClientId(tokens.name()), "Where is my kettle?");
        return server.conversations.open(1).getFirst();
    }

    private DepartmentId department(String name) {
        return server.people
                .departments()
                .create(Actor.program(), new DepartmentDraft(name, List.of()))
                .id();
    }

    private Operator member(String name, DepartmentId department) {
        Operator joined = server.join(name, Role.OPERATOR, server.site.id());
        var draft = new OperatorDraft(name, "", Role.OPERATOR, 5, Set.of(server.site.id()), Set.of(department), false);
        return server.people.operators().change(Actor.program(), joined.id(), draft);
    }

    private static String name(ConversationId id) {
        return Long.toString(id.value());
    }
}
