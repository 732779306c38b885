package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever a colleague mentions in a note is told on every line of theirs, if they may read the conversation. */
class MentionTalkTest extends LineField {
    private static final String MENTIONS = "mentions";

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void theMentionedIsToldUntilTheyHaveLooked() {
        Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
        Operator stranger = server.join(
                "Stranger", Role.OPERATOR, server.anotherSite("Elsewhere").id());
        TestLine annas = console(server.anna.id());
        TestLine strangers = console(stranger.id());
        asked(panel(null), "Where is my order?");
        String id = taken(annas);

        TestLine first = console(boris.id());
        annas.send(note(id, "@{%s} and @{%s}, look".formatted(boris.id(), stranger.id())));
        annas.await("ack");
        JsonNode told = first.see(MENTIONS, frame -> true).get(MENTIONS).get(0);
        assertThat(told.get("conversation").stringValue()).isEqualTo(id);
        assertThat(told.get("seq").longValue()).isEqualTo(1);
        assertThat(told.get("by").stringValue()).isEqualTo(server.anna.id().toString());
        JsonNode event = annas.see(
                "events",
                frame -> frame.get("stream").stringValue().equals("internal")
                        && !frame.get("events").isEmpty());
        assertThat(event.get("events").get(0).get("body").get(MENTIONS))
                .extracting(JsonNode::stringValue)
                .containsExactly(boris.id().toString());

        TestLine second = console(boris.id());
        second.see(MENTIONS, frame -> frame.get(MENTIONS).size() == 1);
        second.send(Map.of("t", "mentionSeen", "conversation", id, "seq", 1));
        first.see(MENTIONS, frame -> frame.get(MENTIONS).isEmpty());
        second.see(MENTIONS, frame -> frame.get(MENTIONS).isEmpty());

        strangers.send(Map.of("t", "mentionSeen", "conversation", id, "seq", 1));
        assertThat(strangers.await("refused").get("code").stringValue()).isEqualTo("conversation_unknown");
        assertThat(strangers.journal())
                .noneMatch(frame -> frame.get("t").stringValue().equals(MENTIONS));
    }

    private Map<String, Object> note(String conversation, String text) {
        return Map.of("t", "note", "conversation", conversation, "cid", tokens.name(), "text", text);
    }
}
