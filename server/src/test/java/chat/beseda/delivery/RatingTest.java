package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Role;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What visitors think of the help they got, over lines. */
class RatingTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void aConversationThatIsOverIsRatedAndRatedAnewAndRemembered() {
        asks(RatingScale.STARS);
        TestLine visitor = panel(null);
        String conversation = asked(visitor, "Есть лейки?");
        rate(visitor, "r0", conversation, 5, "");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", conversation));
        visitor.await("done");

        rate(visitor, "r1", conversation, 2, "Долго\u202E ждал ");
        assertThat(visitor.await("rating").get("comment").stringValue()).isEqualTo("Долго ждал");
        visitor.see("done", frame -> frame.get("rid").stringValue().equals("r1"));
        rate(visitor, "r2", conversation, 4, "");
        JsonNode now = visitor.await("rating", frame -> frame.get("score").intValue() == 4);
        assertThat(now.get("comment").stringValue()).isEmpty();
        rate(visitor, "r3", conversation, 6, "");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("forbidden");

        TestLine tomorrow = panel(token(visitor));
        assertThat(tomorrow.journal().stream()
                        .filter(frame -> frame.get("t").stringValue().equals("rating"))
                        .map(frame -> frame.get("score").intValue()))
                .containsExactly(4);
    }

    @Test
    void whoLooksAtTheConversationLearnsAtOnceAndOthersDoNot() {
        asks(RatingScale.THUMBS);
        TestLine visitor = panel(null);
        TestLine follower = console(server.anna.id());
        TestLine other =
                console(server.join("Boris", Role.OPERATOR, server.site.id()).id());
        String conversation = asked(visitor, "Есть лейки?");
        String name = taken(follower);
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", conversation));
        visitor.await("done");
        rate(visitor, "r1", conversation, 1, "Долго");
        JsonNode told = follower.await("rating");
        assertThat(told.get("conversation").stringValue()).isEqualTo(name);
        assertThat(told.get("score").intValue()).isEqualTo(1);
        assertThat(told.get("scale").stringValue()).isEqualTo("thumbs");
        assertThat(told.get("comment").stringValue()).isEqualTo("Долго");
        other.send(Map.of("t", "probe"));
        other.await("beat");
        assertThat(other.text()).doesNotContain("\"rating\"");
    }

    @Test
    void thumbsAreTwoAndWhereNobodyAsksNothingIsKept() {
        asks(RatingScale.THUMBS);
        TestLine visitor = panel(null);
        String conversation = asked(visitor, "Есть лейки?");
        visitor.send(Map.of("t", "end", "rid", "e", "conversation", conversation));
        visitor.await("done");
        rate(visitor, "r1", conversation, 3, "");
        assertThat(visitor.await("refused").get("code").stringValue()).isEqualTo("forbidden");
        rate(visitor, "r2", conversation, 1, "");
        visitor.await("rating");
        asks(RatingScale.OFF);
        rate(visitor, "r3", conversation, 5, "");
        assertThat(visitor.await("refused").get("rid").stringValue()).isEqualTo("r3");

        TestLine stranger = panel(null);
        asks(RatingScale.STARS);
        rate(stranger, "r4", conversation, 1, "");
        assertThat(stranger.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
    }

    private void asks(RatingScale scale) {
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(false, true, scale));
    }

    private static void rate(TestLine line, String rid, String conversation, int score, String comment) {
        line.send(Map.of("t", "rate", "rid", rid, "conversation", conversation, "score", score, "comment", comment));
    }
}
