package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OwnDraft;
import chat.beseda.operators.Profile;
import chat.beseda.operators.WorkingHours;
import chat.beseda.testing.Hellos;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators say of themselves is on the screens it is for: visitors' by language, colleagues' as it is. */
class OperatorWordsTest extends LineField {
    private static final Map<String, Profile.Called> TRANSLATIONS =
            Map.of("en", new Profile.Called("Anna", "Host"), "uk", new Profile.Called("Ганна", ""));

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void aVisitorReadsNameAndTitleInTheLanguageOfTheWindow() {
        server.people.operators().changeOwn(server.anna.id(), said(WorkingHours.NONE));
        server.settle();
        TestLine annas = console(server.anna.id());
        TestLine english = panel("en-GB", null);
        assertThat(english.see("welcome", frame -> true).at("/site/face/name").stringValue())
                .isEqualTo("Anna");
        asked(english, "Who are you?");
        taken(annas);

        // Alone, or behind what the line was still catching up with.
        JsonNode joined = english.see("events", frame -> text(frame).contains("\"joined\""));
        assertThat(text(joined)).contains("\"Anna\"", "\"Host\"").doesNotContain("Анна");
        JsonNode head = english.see(
                "conversation", frame -> !frame.at("/conversation/operator").isNull());
        assertThat(head.at("/conversation/operator/name").stringValue()).isEqualTo("Anna");

        TestLine ukrainian = panel("uk", token(english));
        assertThat(text(ukrainian.see("events", frame -> true))).contains("\"Ганна\"", "\"Хозяйка\"");
        TestLine russian = panel("ru", token(english));
        assertThat(text(russian.see("events", frame -> true))).contains("\"Анна\"", "\"Хозяйка\"");
        assertThat(text(console(server.anna.id())
                        .see("events", frame -> text(frame).contains("joined"))))
                .contains("\"Анна\"");
    }

    @Test
    void colleaguesSeeAStatusWhileItStandsAndTheHours() {
        TestLine annas = console(server.anna.id());
        var hours = new WorkingHours("Europe/Moscow", List.of(new WorkingHours.Day(1, 540, 1_080)));
        server.people.operators().changeOwn(server.anna.id(), said(hours));
        server.people.operators().setStatus(server.anna.id(), "обедаю", server.clock.millis() + 60_000);
        passUntil(
                annas,
                "operator",
                frame -> frame.at("/operator/status/text").asString().equals("обедаю"));
        JsonNode told = annas.see("operator", frame -> frame.get("operator").has("hours"));
        assertThat(told.at("/operator/hours/days/0/from").intValue()).isEqualTo(540);

        server.clock.advance(Duration.ofMinutes(2));
        JsonNode welcome = console(server.anna.id()).see("welcome", frame -> true);
        assertThat(welcome.at("/operators/0").has("hours")).isTrue();
        assertThat(welcome.at("/operators/0").has("status")).isFalse();
    }

    private static OwnDraft said(WorkingHours hours) {
        return new OwnDraft("Анна", "Хозяйка", TRANSLATIONS, "ru", "system", hours);
    }

    private TestLine panel(String language, @Nullable String token) {
        TestLine line = line("visitor", siteQuery(), server.origin());
        Map<String, Object> hello = new HashMap<>(Hellos.panel(token));
        hello.put("language", language);
        hello.put("tab", language);
        line.send(hello);
        line.await("synced");
        return line;
    }
}
