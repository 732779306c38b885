package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.tags.Tag;
import chat.beseda.tags.TagColour;
import chat.beseda.tags.TagDraft;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tag that is put on a conversation is on every console that has it in the list. */
class TagTalkTest extends LineField {
    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void colleaguesSeeItAtOnceAndRetiredOnesArePutOnNoMore() {
        Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
        TestLine annas = console(server.anna.id());
        TestLine other = console(boris.id());
        var draft = new TagDraft("Возврат", TagColour.RED, false);
        Tag tag = server.tags.create(Actor.program(), draft);
        JsonNode told = other.see("tags", frame -> true).get("tags").get(0);
        assertThat(told.get("name").stringValue()).isEqualTo("Возврат");
        assertThat(told.get("colour").stringValue()).isEqualTo("red");
        asked(panel(null), "Where is my money?");
        String id = taken(annas);

        annas.send(put("one", id, tag.id().toString(), true));
        assertThat(annas.see("done", frame -> isOf("one", frame))).isNotNull();
        JsonNode head =
                other.see("conversation", frame -> frame.get("conversation").has("tags"));
        assertThat(head.get("conversation").get("tags").get(0).stringValue())
                .isEqualTo(tag.id().toString());
        assertThat(console(boris.id()).see("inbox", frame -> true).toString()).contains("\"tags\":[");

        annas.send(put("two", id, tag.id().toString(), false));
        annas.see("done", frame -> isOf("two", frame));
        server.tags.change(Actor.program(), tag.id(), new TagDraft("Возврат", TagColour.RED, true));
        annas.send(put("three", id, tag.id().toString(), true));
        annas.send(put("four", id, "nothing", true));
        assertThat(code(annas, "three")).isEqualTo("tag_unknown");
        assertThat(code(annas, "four")).isEqualTo("tag_unknown");
    }

    @Test
    void aHeadThatIsToldReadsNoTags() {
        TestLine panel = panel(null);
        TestLine annas = console(server.anna.id());
        Tag tag = server.tags.create(Actor.program(), new TagDraft("Возврат", TagColour.RED, false));
        asked(panel, "Where is my money?");
        String id = taken(annas);
        annas.send(put("one", id, tag.id().toString(), true));
        int top =
                top(annas.see("conversation", frame -> frame.get("conversation").has("tags")));

        server.database.write(tx -> tx.handle().execute("DELETE FROM conversation_tag"));
        for (int told = 1; told <= 3; told++) {
            asked(panel, "Hello? " + told);
            int now = top + told;
            JsonNode head = annas.see("conversation", frame -> top(frame) == now);
            assertThat(head.get("conversation").get("tags"))
                    .as("a read would see that they are gone")
                    .hasSize(1);
        }
    }

    private static int top(JsonNode head) {
        return head.get("conversation").get("publicTop").intValue();
    }

    private static String code(TestLine line, String rid) {
        return line.see("refused", frame -> isOf(rid, frame)).get("code").stringValue();
    }

    private static boolean isOf(String rid, JsonNode frame) {
        return frame.get("rid").isString() && frame.get("rid").stringValue().equals(rid);
    }

    private static Map<String, Object> put(String rid, String conversation, String tag, boolean on) {
        return Map.of("t", "tag", "rid", rid, "conversation", conversation, "tag", tag, "on", on);
    }
}
