package chat.beseda.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.PagePattern;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorMoved;
import chat.beseda.visitors.VisitorPresence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Visits} and {@link Comments} promise on every engine. */
abstract class VisitsContract {
    private static final VisitorFacts FACTS = new VisitorFacts("ru", "+05:00", 1280, 800, "Firefox", "192.0.2.1");

    private final TestHouse house;
    private final ManualTimers timers;
    private final VisitorPresence presence;
    private final Visits visits;
    private final GoalPages pages;

    VisitsContract(TestEngine engine) {
        house = new TestHouse(engine);
        timers = new ManualTimers(house.clock);
        presence = new VisitorPresence(house.bus, timers, house.clock, Duration.ofSeconds(10));
        pages = goalPages();
        visits = new Visits(house.database, house.visitors, pages, new IdSource(house.clock));
        visits.listen(house.bus, timers);
    }

    private GoalPages goalPages() {
        return new GoalPages(house.database, new Audit(house.database, new IdSource(house.clock), house.clock));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aWalkIsKeptPageByPage() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("a", "https://ya.ru/"));
        timers.advance(Duration.ofMinutes(2));
        presence.moved("line", page("b", ""));
        long second = house.clock.millis();
        timers.advance(Duration.ofMinutes(1));
        presence.left("line");
        long last = house.clock.millis();
        timers.advance(Duration.ofMinutes(1));

        List<Visit> walked = visits.of(anna.id(), 10);
        assertThat(walked).hasSize(1);
        Visit visit = walked.getFirst();
        assertThat(visit.pages()).isEqualTo(2);
        assertThat(visit.referrer()).isEqualTo("https://ya.ru/");
        assertThat(visit.lastAt()).isEqualTo(last);
        assertThat(visit.views()).extracting(Visit.View::title).containsExactly("a", "b");
        assertThat(visit.views().getLast().at()).isEqualTo(second);
    }

    @Test
    void aPageThatIsAGoalCountsOnceInEachVisit() {
        Visitor anna = house.aVisitor();
        var thanks = new GoalPage(new PagePattern("/thanks*"), "order", 500.0);
        pages.change(Actor.program(), anna.site(), List.of(thanks));
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("a", ""));
        presence.moved("line", page("thanks", ""));
        timers.advance(Duration.ofSeconds(2));
        presence.moved("line", page("b", ""));
        presence.moved("line", page("thanks", ""));
        timers.advance(Duration.ofSeconds(2));
        assertThat(visits.goals(anna.id(), 10))
                .extracting(Goal::visit, Goal::name, Goal::value)
                .containsExactly(tuple(visits.of(anna.id(), 1).getFirst().id(), "order", 500.0));

        presence.left("line");
        timers.advance(Duration.ofHours(1));
        presence.arrived(anna.id(), anna.site(), "again", FACTS, page("thanks", ""));
        timers.advance(Duration.ofSeconds(2));
        assertThat(visits.goals(anna.id(), 10)).hasSize(2);
    }

    @Test
    void aPageThatIsAGoalIsKeptWithItsVisitWhenTheStoreFailsAWhile() {
        Visitor anna = house.aVisitor();
        pages.change(Actor.program(), anna.site(), List.of(new GoalPage(new PagePattern("/thanks*"), "order", null)));
        step(anna, "a", VisitorMoved.Move.OPENED_PAGE);
        visits.flush();
        house.clock.advance(Duration.ofHours(1));
        rename("page_view", "elsewhere");
        step(anna, "thanks", VisitorMoved.Move.OPENED_PAGE);
        house.visitors.reached(anna, "form", null);
        visits.flush();
        assertThat(visits.goals(anna.id(), 10)).isEmpty();
        rename("elsewhere", "page_view");
        visits.flush();

        Visit second = visits.of(anna.id(), 1).getFirst();
        assertThat(second.pages()).isEqualTo(1);
        assertThat(visits.goals(anna.id(), 10))
                .extracting(Goal::visit, Goal::name)
                .containsExactlyInAnyOrder(tuple(second.id(), "order"), tuple(second.id(), "form"));
    }

    @Test
    void aGoalBelongsToTheVisitOfItsPageWhereOneBatchHasTwo() {
        Visitor anna = house.aVisitor();
        pages.change(Actor.program(), anna.site(), List.of(new GoalPage(new PagePattern("/thanks*"), "order", null)));
        step(anna, "thanks", VisitorMoved.Move.OPENED_PAGE);
        house.clock.advance(Duration.ofHours(1));
        step(anna, "b", VisitorMoved.Move.OPENED_PAGE);
        visits.flush();

        assertThat(visits.goals(anna.id(), 10))
                .extracting(Goal::visit)
                .containsExactly(visits.of(anna.id(), 2).getLast().id());
    }

    @Test
    void aBatchThatCanNeverBeWrittenIsLeftOut() {
        Visitor anna = house.aVisitor();
        step(anna, "a", VisitorMoved.Move.OPENED_PAGE);
        rename("page_view", "elsewhere");
        for (int i = 0; i < 60; i++) {
            visits.flush();
        }
        rename("elsewhere", "page_view");
        step(anna, "b", VisitorMoved.Move.OPENED_PAGE);
        visits.flush();

        assertThat(visits.of(anna.id(), 10)).extracting(Visit::pages).containsExactly(1);
    }

    private void rename(String table, String name) {
        house.database.write(tx -> tx.handle().execute("ALTER TABLE " + table + " RENAME TO " + name));
    }

    @Test
    void goalPagesAreCheckedAndKept() {
        SiteId site = house.aVisitor().site();
        var faulty = List.of(new GoalPage(new PagePattern("no page"), " ", -1.0));
        assertThatThrownBy(() -> pages.change(Actor.program(), site, faulty))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(FieldFault::field)
                                .containsExactlyInAnyOrder("goals.0.page", "goals.0.value", "goals.0.name"));
        var call = new GoalPage(new PagePattern("/call"), "call", null);
        pages.change(Actor.program(), site, List.of(call));
        assertThat(goalPages().of(site)).containsExactly(call);
    }

    @Test
    void aGoalIsKeptWithTheVisitItWasReachedIn() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("a", ""));
        house.visitors.reached(anna, " order\u202E ", 1200.5);
        house.visitors.reached(anna, "\t ", null);
        timers.advance(Duration.ofSeconds(2));
        house.visitors.reached(anna, "form", Double.POSITIVE_INFINITY);
        timers.advance(Duration.ofSeconds(2));

        long visit = visits.of(anna.id(), 1).getFirst().id();
        assertThat(visits.goals(anna.id(), 10))
                .extracting(Goal::visit, Goal::name, Goal::value)
                .containsExactly(tuple(visit, "form", null), tuple(visit, "order", 1200.5));
        assertThat(visits.goals(house.aVisitor().id(), 10)).isEmpty();
    }

    @Test
    void halfAnHourOfAbsenceBeginsAnotherVisit() {
        Visitor anna = house.aVisitor();
        visit(anna, "a");
        timers.advance(Duration.ofMinutes(20));
        visit(anna, "b");
        timers.advance(Duration.ofMinutes(31));
        visit(anna, "c");

        assertThat(visits.of(anna.id(), 10)).extracting(Visit::pages).containsExactly(1, 2);
    }

    @Test
    void whoReadsAPageForLongIsStillOnTheSameVisit() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("a", ""));
        timers.advance(Duration.ofMinutes(45));
        presence.moved("line", page("b", ""));
        timers.advance(Duration.ofSeconds(1));

        assertThat(visits.of(anna.id(), 10)).extracting(Visit::pages).containsExactly(2);
    }

    @Test
    void whoLeftWasSeenLastWhenHeLeft() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("a", ""));
        timers.advance(Duration.ofMinutes(45));
        presence.left("line");
        long last = house.clock.millis();
        timers.advance(Duration.ofSeconds(12));

        assertThat(house.visitors.byId(anna.id()).orElseThrow().lastSeenAt()).isEqualTo(last);
    }

    @Test
    void longWalksKeepTheirNewestPages() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("0", ""));
        for (int i = 1; i < 130; i++) {
            presence.moved("line", page(Integer.toString(i), ""));
        }
        timers.advance(Duration.ofSeconds(1));

        Visit visit = visits.of(anna.id(), 1).getFirst();
        assertThat(visit.pages()).isEqualTo(130);
        assertThat(visit.views()).hasSize(100);
        assertThat(visit.views().getLast().title()).isEqualTo("129");
    }

    @Test
    void moreThanCanBeWrittenIsLeftOut() {
        Visitor anna = house.aVisitor();
        presence.arrived(anna.id(), anna.site(), "line", FACTS, page("0", ""));
        for (int i = 1; i < 5_100; i++) {
            presence.moved("line", page(Integer.toString(i), ""));
        }
        timers.advance(Duration.ofSeconds(1));

        assertThat(visits.of(anna.id(), 1).getFirst().pages()).isEqualTo(5_000);
    }

    @Test
    void stepsOfOneBatchMayEndOneVisitAndBeginAnother() {
        Visitor anna = house.aVisitor();
        Visitor boris = house.aVisitor();
        step(anna, "a", VisitorMoved.Move.OPENED_PAGE);
        step(anna, "b", VisitorMoved.Move.OPENED_PAGE);
        step(boris, "c", VisitorMoved.Move.OPENED_PAGE);
        house.clock.advance(Duration.ofMinutes(1));
        step(anna, "b", VisitorMoved.Move.LEFT);
        house.clock.advance(Duration.ofMinutes(31));
        step(anna, "d", VisitorMoved.Move.OPENED_PAGE);
        visits.flush();

        List<Visit> walked = visits.of(anna.id(), 10);
        assertThat(walked).extracting(Visit::pages).containsExactly(1, 2);
        Visit first = walked.getLast();
        assertThat(first.lastAt() - first.startedAt()).isEqualTo(60_000);
        assertThat(first.views()).extracting(Visit.View::title).containsExactly("a", "b");
        assertThat(visits.of(boris.id(), 10)).extracting(Visit::pages).containsExactly(1);
    }

    @Test
    void theNewestFiftyVisitsAreKept() {
        Visitor anna = house.aVisitor();
        for (int i = 0; i < 53; i++) {
            step(anna, Integer.toString(i), VisitorMoved.Move.OPENED_PAGE);
            visits.flush();
            house.clock.advance(Duration.ofMinutes(31));
        }

        List<Visit> kept = visits.of(anna.id(), 100);
        assertThat(kept).hasSize(50);
        assertThat(kept.getLast().views()).extracting(Visit.View::title).containsExactly("3");
    }

    private void step(Visitor visitor, String title, VisitorMoved.Move move) {
        Page page = page(title, "");
        long now = house.clock.millis();
        house.bus.publish(new VisitorMoved(
                move,
                new PresentVisitor(visitor.id(), visitor.site(), FACTS, page, page, now, now, 1, 1, Map.of()),
                now));
    }

    @Test
    void commentsAreEverybodysNewestFirst() {
        Visitor anna = house.aVisitor();
        var comments = new Comments(house.database, house.bus, new IdSource(house.clock), house.clock);
        comments.add(new OperatorId(1), anna.id(), "Берёт оптом");
        comments.add(new OperatorId(2), anna.id(), "Просит <b>скидку</b>");

        assertThat(comments.about(List.of(anna.id())))
                .extracting(Comment::text)
                .containsExactly("Просит <b>скидку</b>", "Берёт оптом");
        assertThat(comments.about(List.of(house.aVisitor().id()))).isEmpty();
    }

    private void visit(Visitor visitor, String title) {
        presence.arrived(visitor.id(), visitor.site(), title, FACTS, page(title, ""));
        timers.advance(Duration.ofSeconds(2));
        presence.left(title);
        timers.advance(Duration.ofSeconds(11));
    }

    private static Page page(String title, String referrer) {
        return new Page("https://shop.example/" + title, title, referrer);
    }
}
