package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorPresence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the visitor goes, as lines of the conversation that only operators see. */
class FootstepsTest {
    private static final VisitorFacts FACTS = new VisitorFacts("ru", "", null, null, "", "");
    private static final Page KETTLES = new Page("https://shop.example/kettles", "Kettles", "");
    private static final Page BASKET = new Page("https://shop.example/basket", "Basket", "");

    private final TestHouse house = new TestHouse(TestEngine.SQLITE);
    private final ManualTimers timers = new ManualTimers(house.clock);
    private final VisitorPresence presence =
            new VisitorPresence(house.bus, timers, house.clock, Duration.ofSeconds(10));
    private final Visitor anna = house.aVisitor();

    @BeforeEach
    void listen() {
        new Footsteps(house.conversations).listen(house.bus, timers);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void movingLeavingAndComingBackAreToldApart() {
        arrive("line", "load 1", KETTLES);
        Conversation talk = house.aConversation(anna);
        presence.left("line");
        timers.advance(Duration.ofSeconds(2));
        arrive("line 2", "load 2", BASKET);
        timers.advance(Duration.ofSeconds(1));
        presence.moved("line 2", KETTLES);
        presence.left("line 2");
        timers.advance(Duration.ofSeconds(12));
        arrive("line 3", "load 3", BASKET);
        timers.advance(Duration.ofSeconds(1));

        assertThat(steps(talk))
                .containsExactly(
                        new EventBody.Moved(BASKET),
                        new EventBody.Moved(KETTLES),
                        new EventBody.LeftSite(),
                        new EventBody.CameBack(BASKET));
        assertThat(house.conversations.events(talk.id(), Stream.PUBLIC, 0, 100)).hasSize(2);
    }

    @Test
    void aReloadAndALineThatIsLostForAMomentAreNoSteps() {
        arrive("line", "load 1", KETTLES);
        Conversation talk = house.aConversation(anna);
        presence.left("line");
        arrive("reloaded", "load 2", KETTLES);
        presence.left("reloaded");
        timers.advance(Duration.ofSeconds(9));
        arrive("again", "load 2", KETTLES);
        timers.advance(Duration.ofSeconds(20));

        assertThat(steps(talk)).isEmpty();
    }

    @Test
    void whoDoesNotTalkLeavesNoLines() {
        arrive("line", "load 1", KETTLES);
        Conversation talk = house.aConversation(anna);
        house.conversations.endByVisitor(anna.id(), talk.id());
        presence.moved("line", BASKET);
        timers.advance(Duration.ofSeconds(1));

        assertThat(steps(talk)).isEmpty();
    }

    @Test
    void whoRunsThroughPagesStoppedAtTheLast() {
        arrive("line", "load 1", KETTLES);
        Conversation talk = house.aConversation(anna);
        for (int i = 0; i < 50; i++) {
            presence.moved("line", kettle(i));
        }
        timers.advance(Duration.ofSeconds(1));

        assertThat(steps(talk)).containsExactly(new EventBody.Moved(kettle(49)));
    }

    @Test
    void aConversationIsNotFilledWithSteps() {
        arrive("line", "load 1", KETTLES);
        Conversation talk = house.aConversation(anna);
        for (int i = 0; i < 210; i++) {
            presence.moved("line", kettle(i));
            timers.advance(Duration.ofSeconds(1));
        }

        assertThat(house.conversations.byId(talk.id()).orElseThrow().facts().internalTop())
                .isEqualTo(200);
    }

    @Test
    void newsOfOneThatIsLongOverEndsNoOther() {
        arrive("line", "load 1", KETTLES);
        Conversation earlier = house.aConversation(anna);
        house.conversations.endByVisitor(anna.id(), earlier.id());
        Conversation talk = house.aConversation(anna);
        house.database.write(tx -> house.conversations.noteBeside(
                tx, earlier.id(), still -> true, new EventBody.Mailed("anna@example.net", 2, 2)));
        presence.moved("line", BASKET);
        timers.advance(Duration.ofSeconds(1));

        assertThat(steps(talk)).containsExactly(new EventBody.Moved(BASKET));
    }

    private static Page kettle(int number) {
        return new Page("https://shop.example/kettles/" + number, "Kettle", "");
    }

    private void arrive(String line, String load, Page page) {
        presence.arrived(anna.id(), anna.site(), line, load, FACTS, page);
    }

    private List<EventBody> steps(Conversation talk) {
        return house.conversations.events(talk.id(), Stream.INTERNAL, 0, 100).stream()
                .map(Event::body)
                .toList();
    }
}
