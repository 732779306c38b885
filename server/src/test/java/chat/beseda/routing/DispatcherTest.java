package chat.beseda.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Outcome;
import chat.beseda.conversations.Transfer;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.Abilities;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.PagePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The router's decisions as they come out on a real store. */
class DispatcherTest {
    private static final Duration OFFER = Duration.ofSeconds(30);
    private static final int RACES = 1_000;

    private final RoutingField field = new RoutingField();

    @AfterEach
    void close() {
        field.close();
    }

    @Test
    void aQuestionIsOfferedToOneAndThenToTheNext() {
        OperatorId boris = field.onLine("boris");
        OperatorId vera = field.onLine("vera");

        ConversationId question = field.asks();
        OperatorId first = field.offeredTo(question);
        field.pass(OFFER.minusSeconds(1));
        assertThat(field.offeredTo(question)).isEqualTo(first);
        field.pass(Duration.ofSeconds(1));

        assertThat(List.of(first, field.offeredTo(question))).containsExactlyInAnyOrder(boris, vera);
        assertThat(field.takes(field.offeredTo(question), question)).isInstanceOf(Outcome.Done.class);
        field.pass(Duration.ofMinutes(5));
        assertThat(field.now(question)).isInstanceOf(Conversation.Active.class);
    }

    @Test
    void theSecondMissInARowSetsTheOperatorAway() {
        OperatorId boris = field.onLine("boris");
        ConversationId question = field.asks();

        field.pass(OFFER);
        assertThat(field.offeredTo(question)).isEqualTo(boris);
        field.pass(OFFER);

        assertThat(field.now(question)).isInstanceOf(Conversation.Waiting.class);
        var now = field.people.operators().byId(boris).orElseThrow();
        assertThat(now.state()).isEqualTo(OperatorState.AWAY);
        assertThat(now.why()).isEqualTo(OperatorState.Why.MISSED);

        field.people.operators().setState(boris, OperatorState.ONLINE);
        field.settle();
        assertThat(field.offeredTo(question)).isEqualTo(boris);
    }

    @Test
    void whoRefusesIsNotAskedAgainWhileAnotherIsFree() {
        field.onLine("boris");
        field.onLine("vera");
        ConversationId question = field.asks();
        OperatorId first = field.offeredTo(question);

        field.routing.dispatcher().refuse(question, first);
        field.settle();

        assertThat(field.offeredTo(question)).isNotEqualTo(first);
        assertThat(field.now(question).facts().passed()).containsExactly(first);
    }

    @Test
    void anOfferMovesOnAtOnceWhenTheConnectionBreaks() {
        field.onLine("boris");
        field.onLine("vera");
        ConversationId question = field.asks();
        OperatorId first = field.offeredTo(question);

        field.goes(first);

        assertThat(field.offeredTo(question)).isNotEqualTo(first);
    }

    @Test
    void whatWaitsForAnAnswerGoesOnAfterTheGracePeriodAndKeepsItsTime() {
        OperatorId boris = field.onLine("boris");
        ConversationId question = field.asks();
        Long since = field.now(question).facts().waitingSince();
        field.takes(boris, question);
        ConversationId answered = field.asks();
        field.takes(boris, answered);
        field.answers(boris, answered);

        field.goes(boris);
        field.pass(Duration.ofSeconds(59));
        assertThat(field.now(question)).isInstanceOf(Conversation.Active.class);
        OperatorId vera = field.onLine("vera");
        field.pass(Duration.ofSeconds(1));

        assertThat(field.offeredTo(question)).isEqualTo(vera);
        assertThat(field.now(question).facts().waitingSince()).isEqualTo(since);
        assertThat(field.now(answered).owner()).isEqualTo(boris);
        assertThat(field.conversations
                        .events(question, Stream.PUBLIC, 0, 100)
                        .getLast()
                        .body())
                .isEqualTo(new EventBody.Left(boris, EventBody.Left.Reason.LOST));
    }

    @Test
    void whoComesBackInTimeFindsEverythingAsItWas() {
        OperatorId boris = field.onLine("boris");
        ConversationId question = field.asks();
        field.takes(boris, question);
        Conversation before = field.now(question);

        field.goes(boris);
        field.pass(Duration.ofSeconds(50));
        field.comes(boris);
        field.pass(Duration.ofMinutes(5));

        assertThat(field.now(question)).isEqualTo(before);
    }

    @Test
    void aRestartLosesNoQueueNoDeadlineAndNoOwner() {
        OperatorId boris = field.onLine("boris");
        ConversationId mine = field.asks();
        field.takes(boris, mine);
        ConversationId offered = field.asks();
        field.people.operators().setState(boris, OperatorState.AWAY);
        ConversationId waiting = field.asks();
        field.people.operators().setState(boris, OperatorState.ONLINE);
        field.settle();
        field.pass(Duration.ofSeconds(10));
        var before = List.of(field.now(mine), field.now(offered), field.now(waiting));
        assertThat(before.get(1)).isInstanceOf(Conversation.Offered.class);

        field.restart();
        assertThat(List.of(field.now(mine), field.now(offered), field.now(waiting)))
                .isEqualTo(before);
        OperatorId vera = field.onLine("vera");
        field.pass(OFFER.minusSeconds(10));

        assertThat(field.offeredTo(offered)).isEqualTo(vera);
        assertThat(field.now(mine).owner()).isEqualTo(boris);
    }

    @Test
    void ofTwoWhoTakeAtTheSameMomentOneIsTheOwner() throws InterruptedException, ExecutionException {
        OperatorId boris = field.join("boris");
        OperatorId vera = field.join("vera");
        List<ConversationId> questions = new ArrayList<>();
        for (int i = 0; i < RACES; i++) {
            questions.add(field.asks());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ConversationId question : questions) {
                int version = field.now(question).facts().version();
                var together = new CyclicBarrier(2);
                List<Future<Boolean>> results = new ArrayList<>();
                for (OperatorId one : List.of(boris, vera)) {
                    results.add(threads.submit(() -> {
                        together.await();
                        return field.conversations.take(one, question, version) instanceof Outcome.Done;
                    }));
                }
                assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
                assertThat(field.now(question)).isInstanceOf(Conversation.Active.class);
            }
        }
    }

    @Test
    void aDepartmentsOwnRulesHoldAndItsOverflowToo() {
        DepartmentId sales = field.department("Sales");
        DepartmentId support = field.department("Support");
        OperatorId boris = field.onLine("boris", support);
        field.join("vera", sales);
        field.rules(
                new RoutingSettings.OfDepartment(sales),
                new RoutingDraft(
                        RoutingRules.Mode.AUTOMATIC, RoutingRules.Choice.IN_TURN, 10, 0, 10, support, 20, 60, "", 0));
        OperatorId owner = field.onLine("galya");
        ConversationId question = field.asks();
        field.takes(owner, question);

        var transfer = new Transfer(null, sales, 0, "", false);
        field.conversations.handOver(
                owner, question, field.now(question).facts().version(), transfer);
        field.settle();
        assertThat(field.now(question)).isInstanceOf(Conversation.Waiting.class);
        field.pass(Duration.ofSeconds(20));

        assertThat(field.now(question).facts().department()).isEqualTo(support);
        assertThat(field.offeredTo(question)).isEqualTo(boris);
    }

    @Test
    void theWaitingAreToldTheirPlaceAndHowLongItTookOthers() {
        OperatorId boris = field.onLine("boris");
        for (int i = 0; i < 3; i++) {
            ConversationId taken = field.asks();
            field.pass(Duration.ofSeconds(40));
            field.takes(boris, taken);
            field.answers(boris, taken);
        }
        ConversationId first = field.asks();
        ConversationId second = field.asks();
        field.pass(Duration.ofSeconds(1));

        QueuePlace place = field.routing.dispatcher().placeOf(second).orElseThrow();
        assertThat(place.place()).isEqualTo(2);
        assertThat(place.expected()).isBetween(38_000L, 40_000L);
        field.takes(boris, first);
        field.pass(Duration.ofSeconds(1));
        assertThat(field.routing.dispatcher().placeOf(second).orElseThrow().place())
                .isEqualTo(1);
        assertThat(field.routing.dispatcher().placeOf(first)).isEmpty();
    }

    @Test
    void aVisitorsLanguageIsAnsweredByOneWhoSpeaksIt() {
        field.can(field.onLine("boris"), new Abilities(Set.of("ru"), Set.of()));
        OperatorId vera = field.onLine("vera");
        field.can(vera, new Abilities(Set.of("uk", "ru"), Set.of()));

        ConversationId question = field.asksIn("uk-UA", null);
        field.restart();

        assertThat(field.offeredTo(question)).isEqualTo(vera);
        field.goes(vera);
        assertThat(field.now(question)).isInstanceOf(Conversation.Offered.class);
    }

    @Test
    void aDepartmentMayAskForASkill() {
        DepartmentId sales = field.department("Sales");
        field.onLine("boris", sales);
        OperatorId vera = field.onLine("vera", sales);
        field.can(vera, new Abilities(Set.of(), Set.of("wholesale")));
        field.rules(
                new RoutingSettings.OfDepartment(sales),
                new RoutingDraft(
                        RoutingRules.Mode.BOTH,
                        RoutingRules.Choice.LEAST_BUSY,
                        30,
                        60,
                        10,
                        null,
                        120,
                        60,
                        " Wholesale ",
                        0));

        for (int i = 0; i < 3; i++) {
            assertThat(field.offeredTo(field.asksIn("", sales))).isEqualTo(vera);
        }
    }

    @Test
    void aPageOrTheVisitorChoosesTheDepartment() {
        DepartmentId sales = field.department("Sales");
        DepartmentId returns = field.department("Returns");
        Receptions receptions = field.routing.receptions();
        receptions.change(
                Actor.program(),
                field.site.id(),
                new Reception(false, List.of(new Reception.OfPages(new PagePattern("/returns*"), returns))));

        assertThat(receptions.department(field.site.id(), null, "https://shop.example/returns/7"))
                .isEqualTo(returns);
        assertThat(receptions.department(field.site.id(), sales.toString(), "https://shop.example/"))
                .as("nobody is asked, so nothing is chosen")
                .isNull();

        var asking = new Reception(true, receptions.of(field.site.id()).pages());
        receptions.change(Actor.program(), field.site.id(), asking);
        field.restart();
        Receptions kept = field.routing.receptions();
        assertThat(kept.of(field.site.id())).isEqualTo(asking);
        assertThat(kept.department(field.site.id(), sales.toString(), "https://shop.example/returns"))
                .isEqualTo(sales);
        assertThat(kept.department(field.site.id(), "made up", "")).isNull();

        field.people.departments().remove(Actor.program(), returns);
        assertThat(kept.department(field.site.id(), null, "https://shop.example/returns"))
                .isNull();
    }

    @Test
    void aReceptionThatCannotBeIsRefusedWhereItIsWrong() {
        var unreadable =
                new Reception(true, List.of(new Reception.OfPages(new PagePattern("no pattern"), new DepartmentId(7))));
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> field.routing.receptions().change(Actor.program(), field.site.id(), unreadable))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field, FieldFault::params)
                        .containsExactly(
                                tuple("pages[0].pattern", Map.of("value", "no pattern")),
                                tuple("pages[0].department", Map.of())));
    }

    @Test
    void whatIsOnTheWayBackFromSomebodyLostStandsFirstAlsoAfterARestart() {
        OperatorId boris = field.onLine("boris");
        ConversationId longest = field.asks();
        field.people.operators().setState(boris, OperatorState.AWAY);
        field.settle();
        field.pass(Duration.ofMinutes(1));
        ConversationId lost = field.asks();
        field.takes(boris, lost);
        field.goes(boris);
        field.pass(Duration.ofSeconds(60));
        assertThat(field.now(lost).facts().ahead()).isTrue();
        field.restart();

        assertThat(field.routing.dispatcher().placeOf(lost).orElseThrow().place())
                .isEqualTo(1);
        assertThat(field.routing.dispatcher().placeOf(longest).orElseThrow().place())
                .isEqualTo(2);
        field.takes(boris, lost);
        assertThat(field.now(lost).facts().ahead()).isFalse();
    }
}
