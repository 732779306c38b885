package chat.beseda.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.dialogues.Persona;
import chat.beseda.dialogues.Phrasebook;
import chat.beseda.dialogues.Rhythm;
import chat.beseda.dialogues.Scriptwriter;
import chat.beseda.dialogues.Voice;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Corner;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.TodaySpan;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedVisitorTest {
    private static final String SERVER = "http://localhost:8080";

    private @Nullable Thread life;
    private final SimulatedTime time = new SimulatedTime(() -> Stream.ofNullable(life));
    private final FakeLines lines = new FakeLines();
    private final Map<String, LiveTalk> talks = new ConcurrentHashMap<>();

    @AfterEach
    void sendHome() {
        if (life != null) {
            life.interrupt();
        }
    }

    @Test
    void walksFromPageToPageAndIsRecognisedByWhatTheFirstPageKept() {
        Thread walk = begin(() -> false);
        time.until("the visitor leaves", () -> !walk.isAlive());

        assertThat(lines.opened).hasSizeGreaterThan(1).allSatisfy(line -> {
            assertThat(line.origin).isEqualTo("https://www.northwind-bikes.example");
            assertThat(line.site).isEqualTo("site-key");
            assertThat(line.hello().role()).isEqualTo("loader");
            assertThat(line.isClosed()).isTrue();
        });
        assertThat(lines.opened.getFirst().hello().visit()).isNull();
        assertThat(lines.last().hello().visit()).isEqualTo("visit-1");
    }

    @Test
    void asksInThePanelAndAnswersBackWithTypingBefore() {
        begin(() -> true);
        FakeLines.FakeLine panel = panelThatAsked();
        assertThat(panel.messages().getFirst().conversation()).isNull();
        int asked = panel.messages().size();

        panel.answer("Hello! What is your order number?");
        time.until("the answer", () -> panel.messages().size() > asked);

        assertThat(panel.messages().getLast().conversation()).isEqualTo(FakeLines.KEY);
        assertThat(panel.messages().getLast().text()).containsPattern("NB\\d{5}");
        assertThat(panel.said).contains(Said.typing(FakeLines.KEY, true), Said.typing(FakeLines.KEY, false));
        assertThat(panel.said).anyMatch(Said.Seen.class::isInstance);
    }

    @Test
    void goesWhenTheOperatorHasClosed() {
        Thread visitor = begin(() -> true);
        FakeLines.FakeLine panel = panelThatAsked();

        panel.closeConversation();
        time.until("the panel closes", panel::isClosed);
        time.until("the visitor leaves", () -> !visitor.isAlive());
    }

    @Test
    void givesUpAfterMinutesWithoutAnAnswer() {
        begin(() -> true);
        FakeLines.FakeLine panel = panelThatAsked();
        var asked = time.clock.instant();

        time.until("the end", () -> panel.said.contains(Said.end(FakeLines.KEY)));
        assertThat(Duration.between(asked, time.clock.instant()))
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(12));
    }

    @Test
    void goesOnWithAConversationBegunBefore() {
        var book = shop().book();
        var chance = new SplittableRandom(3);
        var dialogue = new Scriptwriter(book, chance).write(Persona.any(book, chance), 6);
        start(visitor -> visitor.comeBack(new Guest(shop(), dialogue, "kept-from-yesterday")), () -> false);
        time.until(
                "the panel", () -> !lines.opened.isEmpty() && !lines.last().said.isEmpty());
        FakeLines.FakeLine panel = lines.last();
        assertThat(panel.hello().visit()).isEqualTo("kept-from-yesterday");

        panel.tell(Map.of("t", "conversation", "conversation", Map.of("id", FakeLines.KEY, "state", "active")));
        panel.answer("It arrives tomorrow.");
        panel.tell(Map.of("t", "synced"));

        time.until("he answers back", () -> !panel.messages().isEmpty());
        assertThat(panel.messages().getFirst().conversation()).isEqualTo(FakeLines.KEY);
    }

    @Test
    void takesBackAnUnansweredQuestionWhenTheBrowserIsClosed() {
        Thread visitor = begin(() -> true);
        FakeLines.FakeLine panel = panelThatAsked();
        visitor.interrupt();
        time.until("he leaves", () -> !visitor.isAlive());
        assertThat(panel.said.getLast()).isEqualTo(Said.end(FakeLines.KEY));
    }

    @Test
    void answersEveryBeat() {
        begin(() -> false);
        time.until("a line", () -> !lines.opened.isEmpty());
        FakeLines.FakeLine line = lines.last();
        line.tell(Map.of("t", "beat", "now", 1, "tops", List.of()));
        time.until("the beat's answer", () -> line.said.contains(Said.beat()));
    }

    @Test
    void saysThatAnInvitationWasSeenAndGoesOn() {
        Thread walk = begin(() -> false);
        time.until("a line", () -> !lines.opened.isEmpty() && !lines.last().said.isEmpty());
        FakeLines.FakeLine line = lines.last();
        line.tell(Map.of("t", "invite", "id", "i1", "text", "Shall we help?", "locale", "en"));
        time.until("the invitation is seen", () -> line.said.contains(Said.invited("i1", "shown")));
        time.until("the visitor leaves", () -> !walk.isAlive());
        assertThat(line.said.stream().filter(Said.Invited.class::isInstance)).hasSizeLessThanOrEqualTo(2);
    }

    private FakeLines.FakeLine panelThatAsked() {
        time.until(
                "the question",
                () -> lines.opened.stream().anyMatch(line -> !line.messages().isEmpty()));
        FakeLines.FakeLine panel = lines.last();
        assertThat(panel.origin).isEqualTo(SERVER);
        assertThat(panel.hello().role()).isEqualTo("panel");
        time.until("it is known by its key", () -> talks.containsKey(FakeLines.KEY));
        int asked = Objects.requireNonNull(talks.get(FakeLines.KEY)).dialogue().asked();
        time.until("all of the question", () -> panel.messages().size() >= asked);
        return panel;
    }

    private Thread begin(BooleanSupplier mayAsk) {
        return start(visitor -> visitor.live(6), mayAsk);
    }

    /** The visitors of this seed are curious ones. */
    private Thread start(Life part, BooleanSupplier mayAsk) {
        var visitor = new SimulatedVisitor(shop(), SERVER, lines, time.timers, talks, mayAsk, new SplittableRandom(2));
        Thread started = Thread.ofVirtual().start(() -> {
            try {
                part.live(visitor);
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        life = started;
        return started;
    }

    private interface Life {
        void live(SimulatedVisitor visitor) throws IOException, InterruptedException;
    }

    static Shop shop() {
        var site = new Site(
                new SiteId(1),
                "site-key",
                "Northwind Bikes",
                List.of("https://www.northwind-bikes.example"),
                ZoneId.of("Europe/London"),
                "en",
                "#1f6f78",
                Corner.RIGHT,
                Map.of(),
                true,
                false,
                new TodaySpan.CalendarDay(),
                null,
                false);
        var rhythm = new Rhythm(site.timeZone(), 9, 18, List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        var grace = new Colleague(new OperatorId(7), new Voice("Grace", true, "Tom"), Set.of("sales", "support"));
        return new Shop(
                site, "https://www.northwind-bikes.example/", Phrasebook.english(), rhythm, List.of(grace), grace);
    }
}
