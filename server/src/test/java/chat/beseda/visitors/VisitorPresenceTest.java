package chat.beseda.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.sites.SiteId;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.visitors.VisitorMoved.Move;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitorPresenceTest {
    private static final SiteId SITE = new SiteId(1);
    private static final VisitorId ANNA = new VisitorId(7);
    private static final VisitorFacts FACTS = facts();
    private static final Page SHOP = page();
    private static final Page BASKET = new Page("https://shop.example/basket", "Basket", "");
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final TestClock clock = new TestClock();
    private final ManualTimers timers = new ManualTimers(clock);
    private final RecordingBus bus = new RecordingBus();
    private final VisitorPresence presence = new VisitorPresence(bus, timers, clock, GRACE);

    @Test
    void whoArrivesIsOnLineWithHisPage() {
        long arrival = clock.millis();
        presence.arrived(ANNA, SITE, "loader", FACTS, SHOP);

        assertThat(presence.of(ANNA))
                .contains(new PresentVisitor(ANNA, SITE, FACTS, SHOP, SHOP, arrival, arrival, 1, 1, Map.of()));
        assertThat(presence.count()).isEqualTo(1);
        assertThat(bus.news(VisitorPresenceChanged.class)).containsExactly(new VisitorPresenceChanged(ANNA));
    }

    @Test
    void tabsAreOneVisitorAndThePanelKeepsThePage() {
        presence.arrived(ANNA, SITE, "tab", FACTS, SHOP);
        presence.arrived(ANNA, SITE, "panel", FACTS, null);
        presence.moved("tab", BASKET);

        assertThat(presence.count()).isEqualTo(1);
        assertThat(present().page()).isEqualTo(BASKET);
        assertThat(present().lines()).isEqualTo(2);
    }

    @Test
    void aPageMoveWithinTheGraceIsNoLeaving() {
        long arrival = clock.millis();
        presence.arrived(ANNA, SITE, "first", FACTS, SHOP);
        presence.left("first");
        timers.advance(Duration.ofSeconds(9));
        presence.arrived(ANNA, SITE, "second", FACTS, BASKET);
        presence.left("second");
        timers.advance(Duration.ofSeconds(9));

        assertThat(present().since()).isEqualTo(arrival);
        assertThat(present().lines()).isZero();

        timers.advance(Duration.ofSeconds(1));

        assertThat(presence.of(ANNA)).isEmpty();
        assertThat(presence.count()).isZero();
    }

    @Test
    void leavingIsToldWhenTheGraceIsOver() {
        presence.arrived(ANNA, SITE, "loader", FACTS, SHOP);
        presence.left("loader");
        bus.forget();

        timers.advance(GRACE);

        assertThat(bus.news(VisitorPresenceChanged.class)).containsExactly(new VisitorPresenceChanged(ANNA));
    }

    @Test
    void aLineThatTurnsOutToBeAnothersMovesOver() {
        var boris = new VisitorId(8);
        presence.arrived(ANNA, SITE, "line", FACTS, SHOP);
        presence.arrived(boris, SITE, "line", FACTS, SHOP);

        assertThat(present().lines()).isZero();
        assertThat(presence.of(boris).orElseThrow().lines()).isEqualTo(1);
    }

    @Test
    void unknownLinesChangeNothing() {
        presence.moved("nobody", SHOP);
        presence.left("nobody");

        assertThat(presence.count()).isZero();
        assertThat(bus.news(Object.class)).isEmpty();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void manyVisitorsShareTheirRepeatedStrings() {
        var boris = new VisitorId(8);
        presence.arrived(ANNA, SITE, "a", facts(), page());
        presence.arrived(boris, SITE, "b", facts(), page());

        PresentVisitor other = presence.of(boris).orElseThrow();
        assertThat(present().facts().userAgent()).isSameAs(other.facts().userAgent());
        assertThat(present().page()).extracting(Page::url).isSameAs(url(other));
    }

    @Test
    void aReloadAndALostLineAreNoStepsOfTheWalk() {
        presence.arrived(ANNA, SITE, "first", "load 1", FACTS, SHOP);
        presence.left("first");
        presence.arrived(ANNA, SITE, "reloaded", "load 2", FACTS, SHOP);
        presence.arrived(ANNA, SITE, "other tab", "load 3", FACTS, BASKET);
        presence.left("reloaded");
        presence.left("other tab");
        presence.arrived(ANNA, SITE, "again", "load 2", FACTS, SHOP);
        presence.arrived(ANNA, SITE, "again too", "load 3", FACTS, BASKET);

        assertThat(moves()).containsExactly(Move.CAME, Move.OPENED_PAGE, Move.OPENED_PAGE);
        assertThat(present().page()).isEqualTo(BASKET);
        assertThat(present().pages()).isEqualTo(2);
    }

    @Test
    void wayBackInTheSameTabIsAStep() {
        presence.arrived(ANNA, SITE, "line", "load", FACTS, SHOP);
        presence.moved("line", BASKET);
        presence.moved("line", SHOP);

        assertThat(moves()).containsExactly(Move.CAME, Move.OPENED_PAGE, Move.OPENED_PAGE, Move.OPENED_PAGE);
    }

    @Test
    void leavingIsToldWithTheTimeOfTheLastSign() {
        presence.arrived(ANNA, SITE, "line", "load", FACTS, SHOP);
        presence.left("line");
        long last = clock.millis();
        timers.advance(GRACE);

        VisitorMoved left = bus.news(VisitorMoved.class).getLast();
        assertThat(left.move()).isEqualTo(Move.LEFT);
        assertThat(left.at()).isEqualTo(last);
        assertThat(left.present().page()).isEqualTo(SHOP);
    }

    private List<Move> moves() {
        return bus.news(VisitorMoved.class).stream().map(VisitorMoved::move).toList();
    }

    private static @Nullable String url(PresentVisitor visitor) {
        Page page = visitor.page();
        return page == null ? null : page.url();
    }

    private PresentVisitor present() {
        return presence.of(ANNA).orElseThrow();
    }

    private static VisitorFacts facts() {
        return new VisitorFacts("ru", "Europe/Moscow", 1280, 800, "Mozilla/5.0", "127.0.0.1");
    }

    private static Page page() {
        return new Page("https://shop.example/", "Shop", "");
    }
}
