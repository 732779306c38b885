package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.ArchiveFilter;
import chat.beseda.archive.Archived;
import chat.beseda.archive.Holding;
import chat.beseda.archive.Side;
import chat.beseda.conversations.ConversationId;
import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.shifts.Shift;
import chat.beseda.sites.SiteId;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A day of the archive, operator by operator, each in the order of that operator's working day. */
final class DayRoutes {
    private static final int MISSED = 100;

    private final SupervisionHouse house;
    private final ArchiveQuestions questions;
    private final ArchiveViews views;
    private final Scope scope;

    DayRoutes(SupervisionHouse house) {
        this.house = house;
        this.questions = new ArchiveQuestions(house);
        this.views = new ArchiveViews(house);
        this.scope = new Scope(house);
    }

    /**
     * Something that happened in an operator's day.
     *
     * @param cause of a change of state
     * @param to whom it was handed over, where somebody took it
     */
    record EntryView(
            long at,
            String what,
            @Nullable String cause,
            @Nullable String conversation,
            @Nullable String to) {}

    record OperatorView(String operator, List<EntryView> entries) {}

    /** @param missed those that nobody took */
    record DayView(List<OperatorView> operators, List<ArchiveViews.RowView> conversations, List<String> missed) {}

    List<Route> all() {
        return List.of(Route.right(HandlerType.GET, "/api/archive/day", Permission.READ_ALL, this::day));
    }

    private DayView day(Call call) {
        var checks = new FieldChecks();
        ZoneId zone = Period.zone(call, checks);
        LocalDate today = LocalDate.now(house.clock().withZone(zone));
        LocalDate date = Period.date(call, "date", today, checks);
        Set<OperatorId> wanted = scope.operators(call, checks);
        Set<SiteId> sites = scope.sites(call, checks);
        checks.refuse();
        var period = new Period(date, date, zone);
        Map<OperatorId, List<EntryView>> entries = new HashMap<>();
        Set<OperatorId> operators = scope.colleagues(call).stream()
                .map(Operator::id)
                .filter(id -> wanted.isEmpty() || wanted.contains(id))
                .collect(Collectors.toSet());
        var shown = new LinkedHashSet<ConversationId>();
        house.archive().holdings(operators, sites, period.start(), period.end()).forEach((id, holdings) -> {
            shown.add(id);
            addHoldings(entries, id, holdings, period);
        });
        for (Archive.LostOffer offer : house.archive().lostOffers(operators, sites, period.start(), period.end())) {
            shown.add(offer.conversation());
            add(
                    entries,
                    offer.operator(),
                    offer.at(),
                    offer.missed() ? "offer_missed" : "offer_refused",
                    offer.conversation());
        }
        addShifts(entries, operators, period);
        List<ConversationId> missed = missed(wanted, sites, period);
        shown.addAll(missed);
        List<Archived> conversations = house.archive().byIds(shown, questions.late());
        return new DayView(
                inOrder(call, entries),
                views.of(conversations, Map.of(), questions.late(), call.language()),
                missed.stream().map(id -> Long.toString(id.value())).toList());
    }

    private List<OperatorView> inOrder(Call call, Map<OperatorId, List<EntryView>> entries) {
        return scope.colleagues(call).stream()
                .filter(operator -> entries.containsKey(operator.id()))
                .map(operator -> new OperatorView(
                        operator.id().toString(),
                        entries.getOrDefault(operator.id(), List.of()).stream()
                                .sorted(Comparator.comparingLong(EntryView::at))
                                .toList()))
                .toList();
    }

    /** Nobody's are shown where nobody in particular is asked about. */
    private List<ConversationId> missed(Set<OperatorId> wanted, Set<SiteId> sites, Period period) {
        if (!wanted.isEmpty()) {
            return List.of();
        }
        ArchiveFilter filter =
                ArchiveFilter.of(period.start(), period.end(), sites).with(ArchiveFilter.Trait.MISSED);
        var question = new Archive.Question(filter, null, Side.BOTH, false, Archive.Order.TIME, questions.late());
        return house.archive().find(question, null, MISSED).conversations().stream()
                .filter(each -> each.holdings().isEmpty())
                .map(Archived::id)
                .toList();
    }

    private static void addHoldings(
            Map<OperatorId, List<EntryView>> entries, ConversationId id, List<Holding> holdings, Period period) {
        for (int nth = 0; nth < holdings.size(); nth++) {
            Holding holding = holdings.get(nth);
            OperatorId operator = holding.operator();
            addWithin(entries, operator, holding.from(), "took", id, null, period);
            addWithin(entries, operator, holding.firstAnswerAt(), "answered", id, null, period);
            boolean handed =
                    holding.ended() == Holding.Ended.HANDED_OVER || holding.ended() == Holding.Ended.TAKEN_OVER;
            OperatorId next =
                    handed && nth + 1 < holdings.size() ? holdings.get(nth + 1).operator() : null;
            if (holding.ended() != Holding.Ended.GOES_ON) {
                String how = holding.ended().name().toLowerCase(Locale.ROOT);
                addWithin(entries, operator, holding.until(), how, id, next, period);
            }
        }
    }

    private static void addWithin(
            Map<OperatorId, List<EntryView>> entries,
            OperatorId operator,
            @Nullable Long at,
            String what,
            ConversationId conversation,
            @Nullable OperatorId to,
            Period period) {
        if (at != null && at >= period.start() && at < period.end()) {
            entries.computeIfAbsent(operator, id -> new ArrayList<>())
                    .add(new EntryView(
                            at, what, null, Long.toString(conversation.value()), to == null ? null : to.toString()));
        }
    }

    private static void add(
            Map<OperatorId, List<EntryView>> entries,
            OperatorId operator,
            long at,
            String what,
            ConversationId conversation) {
        entries.computeIfAbsent(operator, id -> new ArrayList<>())
                .add(new EntryView(at, what, null, Long.toString(conversation.value()), null));
    }

    /** Changes of state, told by what came before them: from nothing one comes, from being away one returns. */
    private void addShifts(Map<OperatorId, List<EntryView>> entries, Set<OperatorId> operators, Period period) {
        var before = new HashMap<OperatorId, OperatorState>();
        for (Shift shift : house.shifts().between(period.start(), period.end())) {
            OperatorState last = before.put(shift.operator(), shift.state());
            String what = what(last, shift.state());
            if (operators.contains(shift.operator()) && shift.from() >= period.start() && what != null) {
                String cause = shift.cause().name().toLowerCase(Locale.ROOT);
                entries.computeIfAbsent(shift.operator(), id -> new ArrayList<>())
                        .add(new EntryView(shift.from(), what, cause, null, null));
            }
        }
    }

    private static @Nullable String what(@Nullable OperatorState before, OperatorState now) {
        return switch (now) {
            case ONLINE -> before == OperatorState.AWAY ? "returned" : "came";
            case AWAY -> "away";
            case OFF -> before == null ? null : "left";
        };
    }
}
