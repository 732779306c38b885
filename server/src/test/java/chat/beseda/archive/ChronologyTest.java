package chat.beseda.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.archive.Archive.LostOffer;
import chat.beseda.archive.Chronology.Entry;
import chat.beseda.archive.Chronology.What;
import chat.beseda.archive.Holding.Ended;
import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M-r5: the working day of each operator in its order. */
class ChronologyTest {
    private static final OperatorId ANNA = new OperatorId(1);
    private static final OperatorId BORIS = new OperatorId(2);
    private static final ConversationId TALK = new ConversationId(7);

    private static Map<OperatorId, List<Entry>> day(
            List<Archived> talks, List<LostOffer> offers, List<Shift> shifts, OperatorId... operators) {
        return Chronology.of(talks, offers, shifts, Set.of(operators), 100, 200);
    }

    private static Archived talk(Holding... holdings) {
        return new Archived(
                TALK,
                new SiteId(1),
                null,
                new VisitorId(1),
                90,
                null,
                null,
                null,
                null,
                0,
                null,
                0,
                0,
                false,
                null,
                "",
                "",
                "",
                Archived.Origin.UNKNOWN,
                "",
                List.of(holdings),
                List.of());
    }

    private static Holding held(
            OperatorId operator, long from, @Nullable Long answered, @Nullable Long until, Ended ended) {
        return new Holding(operator, from, until, ended, answered, answered, 0, 0, null);
    }

    private static Shift shift(OperatorId operator, OperatorState state, long from, long to) {
        return new Shift(operator, state, Shift.Cause.OWN, from, to);
    }

    private static List<What> whats(List<Entry> entries) {
        return entries.stream().map(Entry::what).toList();
    }

    @Test
    void whatHappenedStandsInItsOrder() {
        var days = day(
                List.of(talk(held(ANNA, 120, 130L, 140L, Ended.CLOSED))),
                List.of(new LostOffer(TALK, ANNA, 110, true), new LostOffer(TALK, ANNA, 150, false)),
                List.of(
                        shift(ANNA, OperatorState.ONLINE, 105, 160),
                        shift(ANNA, OperatorState.AWAY, 160, 170),
                        shift(ANNA, OperatorState.ONLINE, 170, 180),
                        shift(ANNA, OperatorState.OFF, 180, 190)),
                ANNA);

        assertThat(days).containsOnlyKeys(ANNA);
        assertThat(whats(days.getOrDefault(ANNA, List.of())))
                .containsExactly(
                        What.CAME,
                        What.OFFER_MISSED,
                        What.TOOK,
                        What.ANSWERED,
                        What.CLOSED,
                        What.OFFER_REFUSED,
                        What.AWAY,
                        What.RETURNED,
                        What.LEFT);
    }

    @Test
    void whatLiesOutsideIsNotToldButKnown() {
        var days = day(
                List.of(talk(held(ANNA, 99, 100L, 200L, Ended.CLOSED))),
                List.of(new LostOffer(TALK, ANNA, 200, true)),
                List.of(shift(ANNA, OperatorState.AWAY, 80, 120), shift(ANNA, OperatorState.ONLINE, 120, 210)),
                ANNA);

        assertThat(whats(days.getOrDefault(ANNA, List.of()))).containsExactly(What.ANSWERED, What.RETURNED);
    }

    @Test
    void whoeverTookItIsNamedEvenWhenOnlyOneOperatorIsAskedAbout() {
        var days = day(
                List.of(talk(
                        held(ANNA, 110, null, 120L, Ended.HANDED_OVER),
                        held(BORIS, 120, null, 130L, Ended.TAKEN_OVER),
                        held(ANNA, 130, null, null, Ended.GOES_ON))),
                List.of(),
                List.of(),
                ANNA);

        assertThat(days).containsOnlyKeys(ANNA);
        assertThat(days.getOrDefault(ANNA, List.of()))
                .extracting(Entry::what, Entry::to)
                .containsExactly(tuple(What.TOOK, null), tuple(What.HANDED_OVER, BORIS), tuple(What.TOOK, null));
    }

    @Test
    void whatGoesToNobodyNamesNobody() {
        var days = day(
                List.of(talk(held(ANNA, 110, null, 120L, Ended.HANDED_OVER))),
                List.of(),
                List.of(shift(BORIS, OperatorState.OFF, 110, 120)),
                ANNA,
                BORIS);

        assertThat(days).as("nobody leaves who never came").containsOnlyKeys(ANNA);
        assertThat(days.getOrDefault(ANNA, List.of()).getLast().to()).isNull();
    }
}
