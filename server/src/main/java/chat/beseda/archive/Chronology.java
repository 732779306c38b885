package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators did in a time, each in the order in which it happened. A pure function of what is known of them. */
public final class Chronology {
    private final Set<OperatorId> operators;
    private final long from;
    private final long until;
    private final Map<OperatorId, List<Entry>> entries = new HashMap<>();

    private Chronology(Set<OperatorId> operators, long from, long until) {
        this.operators = operators;
        this.from = from;
        this.until = until;
    }

    /** The kinds of things that happen. */
    public enum What {
        CAME,
        AWAY,
        RETURNED,
        LEFT,
        TOOK,
        ANSWERED,
        CLOSED,
        HANDED_OVER,
        GAVE_BACK,
        LOST,
        TAKEN_OVER,
        OFFER_MISSED,
        OFFER_REFUSED
    }

    /**
     * Something that happened.
     *
     * @param at UTC epoch milliseconds
     * @param cause of a change of state
     * @param to whom a conversation went, where somebody took it
     */
    public record Entry(
            long at,
            What what,
            Shift.@Nullable Cause cause,
            @Nullable ConversationId conversation,
            @Nullable OperatorId to) {}

    /**
     * Of these operators; who did nothing is not in it.
     *
     * @param conversations with all their stretches, whoever's
     * @param shifts also those that go on when the time begins, in order
     * @param from UTC epoch milliseconds
     * @param until the first moment that is no more in it
     */
    public static Map<OperatorId, List<Entry>> of(
            Collection<Archived> conversations,
            Collection<Archive.LostOffer> offers,
            Collection<Shift> shifts,
            Set<OperatorId> operators,
            long from,
            long until) {
        var day = new Chronology(operators, from, until);
        conversations.forEach(day::add);
        offers.forEach(day::add);
        day.addShifts(shifts);
        day.entries.values().forEach(each -> each.sort(Comparator.comparingLong(Entry::at)));
        return day.entries;
    }

    private void add(Archived conversation) {
        List<Holding> holdings = conversation.holdings();
        for (int nth = 0; nth < holdings.size(); nth++) {
            Holding holding = holdings.get(nth);
            OperatorId next = nth + 1 < holdings.size() ? holdings.get(nth + 1).operator() : null;
            add(holding.operator(), holding.from(), What.TOOK, conversation.id(), null);
            add(holding.operator(), holding.firstAnswerAt(), What.ANSWERED, conversation.id(), null);
            switch (holding.ended()) {
                case GOES_ON -> {}
                case CLOSED -> add(holding.operator(), holding.until(), What.CLOSED, conversation.id(), null);
                case GAVE_BACK -> add(holding.operator(), holding.until(), What.GAVE_BACK, conversation.id(), null);
                case LOST -> add(holding.operator(), holding.until(), What.LOST, conversation.id(), null);
                case HANDED_OVER -> add(holding.operator(), holding.until(), What.HANDED_OVER, conversation.id(), next);
                case TAKEN_OVER -> add(holding.operator(), holding.until(), What.TAKEN_OVER, conversation.id(), next);
            }
        }
    }

    private void add(Archive.LostOffer offer) {
        What what = offer.missed() ? What.OFFER_MISSED : What.OFFER_REFUSED;
        add(offer.operator(), offer.at(), what, offer.conversation(), null);
    }

    /** Changes of state, told by what came before them: from nothing one comes, from being away one returns. */
    private void addShifts(Collection<Shift> shifts) {
        var before = new HashMap<OperatorId, OperatorState>();
        for (Shift shift : shifts) {
            What what = what(before.put(shift.operator(), shift.state()), shift.state());
            if (what != null) {
                add(shift.operator(), new Entry(shift.from(), what, shift.cause(), null, null));
            }
        }
    }

    private static @Nullable What what(@Nullable OperatorState before, OperatorState now) {
        return switch (now) {
            case ONLINE -> before == OperatorState.AWAY ? What.RETURNED : What.CAME;
            case AWAY -> What.AWAY;
            case OFF -> before == null ? null : What.LEFT;
        };
    }

    private void add(
            OperatorId operator, @Nullable Long at, What what, ConversationId conversation, @Nullable OperatorId to) {
        if (at != null) {
            add(operator, new Entry(at, what, null, conversation, to));
        }
    }

    private void add(OperatorId operator, Entry entry) {
        if (operators.contains(operator) && entry.at() >= from && entry.at() < until) {
            entries.computeIfAbsent(operator, id -> new ArrayList<>()).add(entry);
        }
    }
}
