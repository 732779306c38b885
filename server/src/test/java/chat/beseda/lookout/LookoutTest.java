package chat.beseda.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Outcome;
import chat.beseda.devices.Devices;
import chat.beseda.geo.Atlas;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.PlaceWords;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorPresence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final VisitorFacts FACTS = new VisitorFacts("ru", "", 1280, 800, "Firefox", "192.0.2.1");

    private final TestHouse house = new TestHouse(TestEngine.SQLITE);
    private final ManualTimers timers = new ManualTimers(house.clock);
    private final VisitorPresence presence =
            new VisitorPresence(house.bus, timers, house.clock, Duration.ofSeconds(10));
    private final Atlas atlas = new Atlas(Path.of("target", "no-places"));
    private final Lookout lookout =
            new Lookout(presence, new Sightings(presence, house.visitors, new Devices(), atlas, house.clock), timers);

    @BeforeEach
    void open() {
        lookout.listen(house.bus, List.of());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aConversationThatEndedAfterHeLeftSaysNothingOfHimWhenHeIsBack() {
        Visitor visitor = house.aVisitor();
        OperatorId anna = house.anOperator();
        presence.arrived(visitor.id(), visitor.site(), "line", FACTS, house.aPage());
        Conversation waiting = house.aConversation(visitor);
        presence.left("line");
        timers.advance(Duration.ofSeconds(11));
        Outcome taken =
                house.conversations.take(anna, waiting.id(), waiting.facts().version());
        house.conversations.close(
                anna, waiting.id(), ((Outcome.Done) taken).now().facts().version());

        timers.advance(Duration.ofDays(1));
        presence.arrived(visitor.id(), visitor.site(), "another", FACTS, house.aPage());

        assertThat(found("")).extracting(Sighting::stage).containsExactly(Stage.BROWSING);
    }

    @Test
    void placesAreFoundByTheirNamesInEveryLanguageWhoeverLookedFirst() {
        Visitor visitor = house.aVisitor();
        presence.arrived(visitor.id(), visitor.site(), "line", FACTS, house.aPage());
        new PlaceWords(house.visitors, presence, atlas, house.clock).byVisitor(visitor.id(), "Харьков", null);

        assertThat(found("харьков")).hasSize(1);
        assertThat(found("харків")).hasSize(1);
        assertThat(found("украина")).hasSize(1);
        assertThat(found("пермь")).isEmpty();
    }

    private List<Sighting> found(String search) {
        var seen = new ArrayList<Sighting>();
        Watch watch = lookout.watch(() -> site -> true, new Lookout.Screen() {
            @Override
            public void window(Window window) {
                seen.addAll(window.rows());
            }

            @Override
            public void change(Window.Change change) {
                throw new IllegalStateException("nothing changes");
            }
        });
        watch.wish(new Wish(Wish.Sort.SINCE, false, Wish.Filter.NONE, search, "ru", 0, 10));
        watch.end();
        return seen;
    }
}
