package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.clients.AskedField;
import chat.beseda.clients.AskedField.Kind;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a site asks before a conversation begins, over lines. */
class InquiryTest extends LineField {

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void aConversationBeginsWhenWhatIsRequiredWasAnswered() {
        TestLine early = panel(null);
        asks(new AskedField(Kind.NAME, "", true, List.of()), new AskedField(Kind.EMAIL, "", false, List.of()));
        early.send(words(null, tokens.name(), "Есть лейки?"));
        assertThat(early.await("questions").get("fields")).hasSize(2);
        assertThat(early.await("refused").get("code").stringValue()).isEqualTo("answers_wanted");

        answer(early, "r1", Map.of("email", "не почта"));
        JsonNode refused = early.await("refused");
        assertThat(refused.get("code").stringValue()).isEqualTo("answers_invalid");
        assertThat(refused.get("params").get("name").stringValue()).isEqualTo("required");
        assertThat(refused.get("params").get("email").stringValue()).isEqualTo("email");
        answer(early, "r2", Map.of("name", "Вера"));
        assertThat(early.await("questions").get("fields")).isEmpty();
        early.await("done");
        asked(early, "Есть лейки?");

        TestLine later = panel(token(early));
        assertThat(later.journal())
                .noneMatch(frame -> frame.get("t").stringValue().equals("questions"));
    }

    @Test
    void aNewcomerIsAskedAtOnce() {
        asks(new AskedField(Kind.CHOICE, "Вы", true, List.of("Человек", "Фирма")));
        TestLine visitor = panel(null);
        JsonNode field = visitor.see("questions", frame -> true).get("fields").get(0);
        assertThat(field.get("id").stringValue()).isEqualTo("own Вы");
        assertThat(field.get("options")).hasSize(2);
        answer(visitor, "r", Map.of("own Вы", "Кот"));
        assertThat(visitor.await("refused").get("params").get("own Вы").stringValue())
                .isEqualTo("choice");
    }

    private void asks(AskedField... fields) {
        server.clients.questionnaires().change(Actor.program(), server.site.id(), List.of(fields));
    }

    private static void answer(TestLine line, String rid, Map<String, String> said) {
        List<Map<String, String>> answers = said.entrySet().stream()
                .map(each -> Map.of("field", each.getKey(), "value", each.getValue()))
                .toList();
        line.send(Map.of("t", "answers", "rid", rid, "answers", answers, "agrees", false));
    }
}
