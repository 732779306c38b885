package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import chat.beseda.visitors.VisitorSettings;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a visitor writes and has not sent: operators who follow the conversation see it, where the site wants that. */
class DraftTest extends LineField {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void whatIsWrittenIsSeenBeforeItIsSentAndByOperatorsOnly() {
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(true, true, RatingScale.OFF));
        TestLine visitor = panel(null);
        TestLine elsewhere = panel(token(visitor));
        TestLine operator = console(server.anna.id());
        String key = asked(visitor, "Добрый день");
        String id = followed(operator);

        visitor.send(draft(key, "А сколько сто\u0000ит\u202E"));
        var seen = operator.await("draft");
        assertThat(seen.get("conversation").stringValue()).isEqualTo(id);
        assertThat(seen.get("text").stringValue()).isEqualTo("А сколько сто ит");

        server.pass(PAUSE);
        visitor.send(draft(key, "x".repeat(3_000) + "конец"));
        String cut = operator.await("draft").get("text").stringValue();
        assertThat(cut).hasSize(500).endsWith("конец");

        visitor.close();
        assertThat(operator.await("draft").get("text").stringValue()).isEmpty();
        elsewhere.send(Map.of("t", "probe"));
        elsewhere.await("beat");
        assertThat(elsewhere.journal())
                .noneMatch(frame -> frame.get("t").stringValue().equals("draft"));
    }

    @Test
    void aSiteThatDoesNotWantItHasItFromNobody() {
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        String key = asked(visitor, "Добрый день");
        followed(operator);
        visitor.send(draft(key, "Пароль: 123"));
        visitor.send(words(key, tokens.name(), "Сказано"));
        operator.await("events", frame -> frame.toString().contains("Сказано"));
        assertThat(operator.journal())
                .noneMatch(frame -> frame.get("t").stringValue().equals("draft"));
    }

    @Test
    void aFloodOfDraftsIsHeardNowAndThen() {
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(true, true, RatingScale.OFF));
        TestLine visitor = panel(null);
        TestLine operator = console(server.anna.id());
        String key = asked(visitor, "Добрый день");
        followed(operator);
        for (int i = 0; i < 20; i++) {
            visitor.send(draft(key, "набрано " + i));
        }
        visitor.send(words(key, tokens.name(), "Сказано"));
        operator.await("events", frame -> frame.toString().contains("Сказано"));
        assertThat(operator.journal().stream()
                        .filter(frame -> frame.get("t").stringValue().equals("draft")))
                .hasSize(1);
    }

    @Test
    void theVisitorIsToldByTheLookOfTheSite() {
        TestLine visitor = panel(null);
        assertThat(visitor.journal().getFirst().get("site").get("previews").booleanValue())
                .isFalse();
        server.customs.change(Actor.program(), server.site.id(), new VisitorSettings(true, true, RatingScale.OFF));
        passUntil(visitor, "site", frame -> frame.get("site").get("previews").booleanValue());
    }

    /** Takes the conversation and has it on the screen: nobody keeps a draft for who comes a moment later. */
    private String followed(TestLine operator) {
        String id = taken(operator);
        operator.see("events", frame -> frame.get("conversation").stringValue().equals(id));
        return id;
    }

    private static Map<String, Object> draft(String conversation, String text) {
        return Map.of("t", "draft", "conversation", conversation, "text", text);
    }
}
