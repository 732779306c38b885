package chat.beseda.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link Visitors} promise on every engine. Each test has a site of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VisitorsContract {
    private static final AtomicLong sites = new AtomicLong();

    private final TestEngine engine;
    private final TestClock clock = new TestClock();
    private final RecordingBus bus = new RecordingBus();
    private TestDatabase opened;
    private Visitors visitors;

    VisitorsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeAll
    void open() {
        opened = engine.open();
        visitors = new Visitors(opened.database(), bus, new IdSource(clock), clock);
    }

    @AfterAll
    void close() {
        opened.close();
    }

    @Test
    void newcomersOfASiteAreCountedFromOne() {
        SiteId site = aSite();
        SiteId otherSite = aSite();

        assertThat(loader(site, null).visitor().number()).isEqualTo(1);
        assertThat(loader(site, null).visitor().number()).isEqualTo(2);
        assertThat(loader(otherSite, null).visitor().number()).isEqualTo(1);
    }

    @Test
    void whomItKnowsItMakesNobodyNewOf() {
        SiteId site = aSite();
        String visit = loader(site, null).visit();

        assertThat(visitors.knows(site, null, null, false)).isFalse();
        assertThat(visitors.knows(site, visit, null, false)).isTrue();
        assertThat(visitors.knows(aSite(), visit, null, false)).isFalse();
        assertThat(visitors.knows(site, visit, null, true)).isTrue();
        String token = visitors.recognise(site, visit, null, true).token();
        assertThat(visitors.knows(site, null, token, true)).isTrue();
        assertThat(visitors.knows(site, null, token, false)).isFalse();
        assertThat(visitors.knows(site, visit, null, true))
                .as("a visit whose panel token is not shown opens nothing")
                .isFalse();
        assertThat(visitors.knows(site, visit, null, false)).isTrue();
    }

    @Test
    void aVisitIsRecognisedByTheLoaderAndShowsNoToken() {
        SiteId site = aSite();
        Recognised first = loader(site, null);

        Recognised again = loader(site, first.visit());

        assertThat(again).isEqualTo(first);
        assertThat(again.token()).isNull();
        assertThat(again.visit()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void thePanelTurnsAVisitIntoATokenOnce() {
        SiteId site = aSite();
        Recognised page = loader(site, null);

        Recognised panel = panel(site, page.visit(), null);

        assertThat(panel.visitor().id()).isEqualTo(page.visitor().id());
        assertThat(panel.visit()).isEqualTo(page.visit());
        assertThat(panel.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(panel(site, page.visit(), panel.token())).isEqualTo(panel);
    }

    @Test
    void aStolenVisitOpensNoConversation() {
        SiteId site = aSite();
        Recognised victim = panel(site, null, null);

        Recognised thief = panel(site, victim.visit(), null);

        assertThat(thief.visitor().id()).isNotEqualTo(victim.visitor().id());
        assertThat(thief.visit()).isNotEqualTo(victim.visit());
        assertThat(thief.token()).isNotNull().isNotEqualTo(victim.token());
    }

    @Test
    void aTokenIsNoVisitAndAVisitNoToken() {
        SiteId site = aSite();
        Recognised known = panel(site, null, null);

        assertThat(loader(site, known.token()).visitor().id())
                .isNotEqualTo(known.visitor().id());
        assertThat(panel(site, null, known.visit()).visitor().id())
                .isNotEqualTo(known.visitor().id());
    }

    @Test
    void aLoaderIsNeverGivenTheToken() {
        SiteId site = aSite();
        Recognised known = panel(site, null, null);

        assertThat(visitors.recognise(site, known.visit(), known.token(), false).token())
                .isNull();
    }

    @Test
    void theTokenDecidesAndAPageThatLostItsVisitGetsOne() {
        SiteId site = aSite();
        Recognised known = panel(site, null, null);
        Recognised stranger = loader(site, null);

        Recognised withStrangersVisit = panel(site, stranger.visit(), known.token());
        Recognised withoutVisit = panel(site, null, known.token());

        assertThat(List.of(withStrangersVisit, withoutVisit)).allSatisfy(panel -> {
            assertThat(panel.visitor().id()).isEqualTo(known.visitor().id());
            assertThat(panel.token()).isEqualTo(known.token());
            assertThat(loader(site, panel.visit()).visitor().id())
                    .isEqualTo(known.visitor().id());
        });
        assertThat(loader(site, known.visit()).visitor().id())
                .isEqualTo(known.visitor().id());
    }

    @Test
    void onlyTheNewestVisitsOfABrowserAreKept() {
        SiteId site = aSite();
        Recognised known = panel(site, null, null);
        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMillis(1));
            panel(site, null, known.token());
        }

        assertThat(loader(site, known.visit()).visitor().id())
                .isNotEqualTo(known.visitor().id());
    }

    @Test
    void tokensAreBoundToTheirSite() {
        SiteId site = aSite();
        SiteId otherSite = aSite();
        Recognised known = panel(site, null, null);

        assertThat(loader(otherSite, known.visit()).visitor().site()).isEqualTo(otherSite);
        assertThat(panel(otherSite, known.visit(), known.token()).visitor().id())
                .isNotEqualTo(known.visitor().id());
    }

    @Test
    void theTokensThemselvesAreNotStored() {
        Recognised known = panel(aSite(), null, null);

        List<String> stored = opened.database()
                .read(handle -> handle.createQuery("SELECT digest FROM visitor_token")
                        .mapTo(String.class)
                        .list());

        assertThat(stored).doesNotContain(known.visit(), known.token()).allMatch(digest -> digest.length() == 64);
    }

    @Test
    void beingSeenIsNotedOnceAMinute() {
        SiteId site = aSite();
        Recognised first = loader(site, null);

        clock.advance(Duration.ofSeconds(59));
        loader(site, first.visit());
        Visitor afterSeconds = visitors.byId(first.visitor().id()).orElseThrow();
        clock.advance(Duration.ofSeconds(1));
        loader(site, first.visit());
        Visitor afterAMinute = visitors.byId(first.visitor().id()).orElseThrow();

        assertThat(afterSeconds).isEqualTo(first.visitor());
        assertThat(afterAMinute.lastSeenAt()).isEqualTo(clock.millis());
        assertThat(afterAMinute.visits()).isEqualTo(1);
    }

    @Test
    void whoIsOnLineHasNotBeenAbsent() {
        SiteId site = aSite();
        Recognised first = loader(site, null);
        var house = new Visitors(
                opened.database(),
                bus,
                new IdSource(clock),
                clock,
                id -> id.equals(first.visitor().id()));

        clock.advance(Duration.ofMinutes(45));

        assertThat(house.recognise(site, first.visit(), null, false).visitor().visits())
                .isEqualTo(1);
    }

    @Test
    void halfAnHourOfAbsenceBeginsAnotherVisit() {
        SiteId site = aSite();
        Recognised first = panel(site, null, null);

        clock.advance(Duration.ofMinutes(30));
        Recognised back = panel(site, first.visit(), first.token());

        assertThat(back.visitor().visits()).isEqualTo(2);
        assertThat(visitors.byId(first.visitor().id())).contains(back.visitor());
    }

    @Test
    void contactsAreTidiedStoredAndTold() {
        Visitor visitor = loader(aSite(), null).visitor();

        visitors.changeContacts(visitor.id(), " Анна\u0000Ким ", "anna@example.org", "  ");

        Visitor stored = visitors.byId(visitor.id()).orElseThrow();
        assertThat(stored.name()).isEqualTo("Анна Ким");
        assertThat(stored.email()).isEqualTo("anna@example.org");
        assertThat(stored.phone()).isNull();
        assertThat(bus.news(VisitorChanged.class)).contains(new VisitorChanged(visitor.id()));
    }

    @Test
    void whatIsSaidOfThePlaceIsKeptBySourceAndTakenBack() {
        Visitor visitor = loader(aSite(), null).visitor();
        var perm = new Place("RU", "RU-PER", "Perm");
        var village = new Place("", null, "Малые \"Вишенки\" <b>");
        assertThat(visitor.said()).isEmpty();
        visitors.said(visitor.id(), PlaceSource.SITE, perm);
        visitors.said(visitor.id(), PlaceSource.VISITOR, village);
        assertThat(visitors.byId(visitor.id()).orElseThrow().said())
                .isEqualTo(Map.of(PlaceSource.SITE, perm, PlaceSource.VISITOR, village));
        visitors.said(visitor.id(), PlaceSource.VISITOR, null);
        assertThat(visitors.byIds(List.of(visitor.id())).values())
                .extracting(Visitor::said)
                .containsExactly(Map.of(PlaceSource.SITE, perm));
        visitors.said(visitor.id(), PlaceSource.SITE, null);
        assertThat(visitors.byId(visitor.id()).orElseThrow().said()).isEmpty();
        assertThat(visitors.said(new VisitorId(1), PlaceSource.SITE, perm)).isEmpty();
    }

    @Test
    void contactsThatAreTooLongOrOfNobodyChangeNothing() {
        Visitor visitor = loader(aSite(), null).visitor();

        assertThatThrownBy(() -> visitors.changeContacts(visitor.id(), "a".repeat(201), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name is 201 characters, 200 at most");
        assertThat(visitors.changeContacts(new VisitorId(1), "a", null, null)).isEmpty();
        assertThat(visitors.byId(visitor.id())).contains(visitor);
    }

    @Test
    void manyAreFoundTogether() {
        SiteId site = aSite();
        Visitor one = loader(site, null).visitor();
        Visitor other = loader(site, null).visitor();

        assertThat(visitors.byIds(List.of(one.id(), other.id(), new VisitorId(1))))
                .containsOnlyKeys(one.id(), other.id())
                .containsValues(one, other);
        assertThat(visitors.byIds(List.of())).isEmpty();
    }

    private Recognised loader(SiteId site, @Nullable String visit) {
        return visitors.recognise(site, visit, null, false);
    }

    private Recognised panel(SiteId site, @Nullable String visit, @Nullable String token) {
        return visitors.recognise(site, visit, token, true);
    }

    private static SiteId aSite() {
        return new SiteId(sites.incrementAndGet());
    }
}
