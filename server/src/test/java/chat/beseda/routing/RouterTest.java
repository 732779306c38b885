package chat.beseda.routing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Why;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final OperatorId ANNA = new OperatorId(1);
    private static final OperatorId BORIS = new OperatorId(2);
    private static final ConversationId FIRST = new ConversationId(101);
    private static final ConversationId SECOND = new ConversationId(102);
    private static final DepartmentId SALES = new DepartmentId(7);
    private static final long NOW = 1_000_000;

    private final Router router = new Router();
    private RoutingRules rules = RoutingRules.standard();

    @Test
    void aQuestionIsOfferedAtOnceAndAfterThirtySecondsToTheNext() {
        onLine(ANNA, 1);
        onLine(BORIS, 1);

        var first = asked(FIRST);
        assertThat(first).isEqualTo(new Decision.Offer(FIRST, 0, ANNA, NOW + 30_000, Set.of(), Why.FREE));
        assertThat(tick(29_999)).isEmpty();
        assertThat(tick(30_000))
                .containsExactly(new Decision.Offer(FIRST, 1, BORIS, NOW + 60_000, Set.of(ANNA), Why.MISSED));
    }

    @Test
    void theSecondMissInARowSetsAwayAndTheQuestionWaits() {
        onLine(ANNA, 1);
        asked(FIRST);

        assertThat(tick(30_000))
                .containsExactly(new Decision.Offer(FIRST, 1, ANNA, NOW + 60_000, Set.of(), Why.MISSED));
        assertThat(tick(60_000))
                .containsExactly(new Decision.SetAway(ANNA), new Decision.Queue(FIRST, 2, Set.of(ANNA), Why.MISSED));
    }

    @Test
    void takingOneForgivesTheMissBefore() {
        onLine(ANNA, 2);
        asked(FIRST);
        tick(30_000);
        tell(new RoutingEvent.Changed(question(FIRST, 2, new Question.Active(ANNA), false)), 31_000);
        asked(SECOND);

        assertThat(tick(61_001)).noneMatch(Decision.SetAway.class::isInstance);
    }

    @Test
    void aRefusalMovesOnWithoutWaitingAndIsNoMiss() {
        onLine(ANNA, 1);
        onLine(BORIS, 1);
        asked(FIRST);

        assertThat(tell(new RoutingEvent.Refused(FIRST, ANNA), 1_000))
                .containsExactly(new Decision.Offer(FIRST, 1, BORIS, NOW + 31_000, Set.of(ANNA), Why.REFUSED));
    }

    @Test
    void whenAllRefuseANewRoundBeginsAfterAWhile() {
        onLine(ANNA, 1);
        onLine(BORIS, 1);
        asked(FIRST);
        tell(new RoutingEvent.Refused(FIRST, ANNA), 1_000);

        assertThat(tell(new RoutingEvent.Refused(FIRST, BORIS), 2_000))
                .containsExactly(new Decision.Queue(FIRST, 2, Set.of(ANNA, BORIS), Why.REFUSED));
        long rest = Rests.REST.toMillis();
        assertThat(tick(rest + 999)).isEmpty();
        assertThat(tick(rest + 1_000))
                .singleElement()
                .satisfies(decision ->
                        assertThat(((Decision.Offer) decision).passed()).isEmpty());
    }

    @Test
    void anOfferMovesOnAtOnceWhenTheConnectionIsLost() {
        onLine(ANNA, 1);
        onLine(BORIS, 1);
        asked(FIRST);

        assertThat(tell(new RoutingEvent.DeskChanged(desk(ANNA, false, NOW + 1, 1)), 1))
                .containsExactly(new Decision.Offer(FIRST, 1, BORIS, NOW + 30_001, Set.of(), Why.GONE));
    }

    @Test
    void anActiveConversationReturnsAfterTheGraceWithItsPlaceInTheQueue() {
        onLine(ANNA, 2);
        tell(new RoutingEvent.Changed(question(FIRST, 3, new Question.Active(ANNA), false)), 0);
        tell(new RoutingEvent.Changed(question(SECOND, 3, new Question.Active(ANNA), true)), 0);
        tell(new RoutingEvent.DeskChanged(desk(ANNA, false, NOW, 2)), 0);

        assertThat(tick(59_999)).isEmpty();
        assertThat(tick(60_000)).containsExactly(new Decision.Queue(FIRST, 3, Set.of(), Why.LOST));
        assertThat(router.places()).isEqualTo(Map.of(FIRST, 1));
    }

    @Test
    void whoeverCameFirstStandsBeforeMeWhateverLanguageHeSpeaks() {
        tell(new RoutingEvent.Changed(wanting(FIRST, "lang:ru")), 0);
        tell(new RoutingEvent.Changed(wanting(SECOND, "lang:en")), 1);

        assertThat(router.places()).isEqualTo(Map.of(FIRST, 1, SECOND, 2));
    }

    @Test
    void backWithinTheGraceEverythingIsAsItWas() {
        onLine(ANNA, 2);
        tell(new RoutingEvent.Changed(question(FIRST, 3, new Question.Active(ANNA), false)), 0);
        tell(new RoutingEvent.DeskChanged(desk(ANNA, false, NOW, 2)), 0);
        tell(new RoutingEvent.DeskChanged(desk(ANNA, true, null, 2)), 59_000);

        assertThat(tick(61_000)).isEmpty();
    }

    @Test
    void aConversationSilentForTenMinutesLeavesRoom() {
        onLine(ANNA, 1);
        tell(new RoutingEvent.Changed(question(FIRST, 3, new Question.Active(ANNA), true)), 0);
        assertThat(tell(new RoutingEvent.Changed(question(SECOND, 0, new Question.Queued(), false)), 1))
                .isEmpty();

        long silent = Duration.ofMinutes(10).toMillis();
        assertThat(tick(silent - 1)).isEmpty();
        assertThat(tick(silent)).hasSize(1);
    }

    @Test
    void theRegularIsAskedOnlyIfFree() {
        onLine(ANNA, 1);
        onLine(BORIS, 1);
        Question known = withRegular(FIRST, BORIS);
        assertThat(tell(new RoutingEvent.Changed(known), 0)).singleElement().matches(isOfferTo(BORIS));
        assertThat(tell(new RoutingEvent.Changed(withRegular(SECOND, BORIS)), 0))
                .singleElement()
                .matches(isOfferTo(ANNA));
    }

    @Test
    void nobodyIsAskedWithoutCapacityOrInManualMode() {
        onLine(ANNA, 0);
        assertThat(tell(new RoutingEvent.Changed(question(FIRST, 0, new Question.Queued(), false)), 0))
                .isEmpty();

        rules = in(RoutingRules.Mode.MANUAL);
        onLine(BORIS, 5);
        assertThat(tell(new RoutingEvent.Changed(question(SECOND, 0, new Question.Queued(), false)), 0))
                .noneMatch(decision ->
                        decision instanceof Decision.Offer offer && offer.id().equals(SECOND));
    }

    @Test
    void whatWaitsTooLongOverflowsToTheOtherDepartment() {
        rules = new RoutingRules(
                RoutingRules.Mode.BOTH,
                RoutingRules.Choice.IN_TURN,
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                SALES,
                Duration.ofSeconds(45),
                Duration.ofSeconds(60),
                "",
                0);
        tell(new RoutingEvent.Changed(question(FIRST, 0, new Question.Queued(), false)), 0);
        assertThat(tick(44_000)).isEmpty();
        assertThat(tick(45_000)).containsExactly(new Decision.Overflow(FIRST, 0, SALES));
    }

    @Test
    void aLanguageIsInsistedOnWhileSomebodyOnLineSpeaksIt() {
        onLine(ANNA, 5);
        tell(new RoutingEvent.DeskChanged(new Desk(BORIS, true, null, 1, Set.of(), Set.of(), Set.of("lang:uk"))), 0);
        assertThat(tell(new RoutingEvent.Changed(wanting(FIRST, "lang:uk")), 0))
                .singleElement()
                .matches(isOfferTo(BORIS));
        assertThat(tell(new RoutingEvent.Changed(wanting(SECOND, "lang:uk")), 0))
                .isEmpty();
        assertThat(tell(new RoutingEvent.Changed(wanting(new ConversationId(103), "lang:en")), 0))
                .singleElement()
                .matches(isOfferTo(ANNA));
    }

    @Test
    void whenTheOnlyOneWhoSpeaksItRefusesAnotherOneIsAsked() {
        onLine(ANNA, 5);
        tell(new RoutingEvent.DeskChanged(new Desk(BORIS, true, null, 2, Set.of(), Set.of(), Set.of("lang:uk"))), 0);
        tell(new RoutingEvent.Changed(wanting(FIRST, "lang:uk")), 0);

        assertThat(tell(new RoutingEvent.Refused(FIRST, BORIS), 1_000))
                .singleElement()
                .matches(isOfferTo(ANNA));
    }

    @Test
    void whatWasRefusedIsNotHeldUpByWhatWaitsForWhoeverRefusedIt() {
        tell(new RoutingEvent.DeskChanged(new Desk(BORIS, true, null, 1, Set.of(), Set.of(), Set.of("lang:uk"))), 0);
        tell(new RoutingEvent.Changed(wanting(SECOND, "lang:uk")), 0);
        tell(new RoutingEvent.Refused(SECOND, BORIS), 1_000);
        tell(new RoutingEvent.Changed(wanting(new ConversationId(103), "lang:uk")), 2_000);
        tell(new RoutingEvent.Changed(wanting(FIRST, "lang:uk")), 2_000);

        assertThat(tell(new RoutingEvent.DeskChanged(desk(ANNA, true, null, 1)), 3_000))
                .singleElement()
                .matches(decision ->
                        decision instanceof Decision.Offer offer && offer.id().equals(SECOND))
                .matches(isOfferTo(ANNA));
    }

    @Test
    void oldNewsChangesNothingButWhatFailedIsDecidedAnew() {
        onLine(ANNA, 1);
        asked(FIRST);
        assertThat(tell(new RoutingEvent.Changed(question(FIRST, 0, new Question.Queued(), false)), 1))
                .isEmpty();
        assertThat(tell(new RoutingEvent.NotDone(question(FIRST, 0, new Question.Queued(), false)), 2))
                .hasSize(1);
    }

    private Decision asked(ConversationId id) {
        List<Decision> decisions = tell(new RoutingEvent.Changed(question(id, 0, new Question.Queued(), false)), 0);
        assertThat(decisions).hasSize(1);
        return decisions.getFirst();
    }

    private static java.util.function.Predicate<Decision> isOfferTo(OperatorId operator) {
        return decision ->
                decision instanceof Decision.Offer offer && offer.to().equals(operator);
    }

    private List<Decision> tick(long after) {
        return tell(new RoutingEvent.Tick(), after);
    }

    private List<Decision> tell(RoutingEvent event, long after) {
        return router.decide(event, NOW + after);
    }

    private void onLine(OperatorId operator, int capacity) {
        tell(new RoutingEvent.DeskChanged(desk(operator, true, null, capacity)), 0);
    }

    @Test
    void oneOfWhomNoLanguageIsKnownMayBeAskedInAny() {
        tell(new RoutingEvent.DeskChanged(new Desk(ANNA, true, null, 5, Set.of(), Set.of(), Set.of("lang:*"))), 0);
        tell(new RoutingEvent.DeskChanged(new Desk(BORIS, true, null, 1, Set.of(), Set.of(), Set.of("lang:uk"))), 0);
        tell(new RoutingEvent.Changed(wanting(FIRST, "lang:uk")), 0);
        assertThat(tell(new RoutingEvent.Changed(wanting(SECOND, "lang:uk")), 0))
                .singleElement()
                .matches(isOfferTo(ANNA).or(isOfferTo(BORIS)));
        assertThat(tell(new RoutingEvent.Changed(wanting(new ConversationId(103), "skill:wholesale")), 0))
                .singleElement()
                .matches(isOfferTo(ANNA));
    }

    @Test
    void whatWasSomebodysWhoIsLostStandsBeforeThoseWhoWaitLonger() {
        onLine(ANNA, 1);
        tell(new RoutingEvent.Changed(question(SECOND, 0, new Question.Active(ANNA), false)), 0);
        tell(new RoutingEvent.Changed(question(FIRST, 0, new Question.Queued(), false)), 0);
        tell(new RoutingEvent.DeskChanged(desk(ANNA, false, NOW, 1)), 0);
        tick(61_000);
        assertThat(tell(new RoutingEvent.DeskChanged(desk(BORIS, true, null, 1)), 62_000))
                .singleElement()
                .matches(decision -> decision instanceof Decision.Offer offer
                        && offer.id().equals(SECOND)
                        && offer.to().equals(BORIS));
    }

    private static Desk desk(OperatorId operator, boolean onLine, @Nullable Long goneSince, int capacity) {
        return new Desk(operator, onLine, goneSince, capacity, Set.of(), Set.of(SALES), Set.of("lang:ru"));
    }

    private static RoutingRules in(RoutingRules.Mode mode) {
        RoutingRules usual = RoutingRules.standard();
        return new RoutingRules(
                mode,
                usual.choice(),
                usual.offer(),
                usual.grace(),
                usual.silence(),
                null,
                usual.overflowAfter(),
                usual.answer(),
                "",
                0);
    }

    private Question question(ConversationId id, int version, Question.Stage stage, boolean answered) {
        return question(id, version, stage, answered, Set.of(), null);
    }

    private Question withRegular(ConversationId id, OperatorId regular) {
        return question(id, 0, new Question.Queued(), false, Set.of(), regular);
    }

    private Question wanting(ConversationId id, String want) {
        return question(id, 0, new Question.Queued(), false, Set.of(want), null);
    }

    private Question question(
            ConversationId id,
            int version,
            Question.Stage stage,
            boolean answered,
            Set<String> wants,
            @Nullable OperatorId regular) {
        return new Question(
                id,
                version,
                new SiteId(1),
                null,
                wants,
                rules,
                false,
                NOW,
                NOW,
                NOW,
                answered,
                stage,
                Set.of(),
                regular);
    }
}
