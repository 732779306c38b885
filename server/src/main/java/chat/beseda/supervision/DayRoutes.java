package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.ArchiveFilter;
import chat.beseda.archive.Archived;
import chat.beseda.archive.Chronology;
import chat.beseda.archive.Side;
import chat.beseda.conversations.ConversationId;
import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.shifts.Shift;
import chat.beseda.sites.SiteId;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
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
            @Nullable String to) {

        static EntryView of(Chronology.Entry entry) {
            ConversationId conversation = entry.conversation();
            Shift.Cause cause = entry.cause();
            return new EntryView(
                    entry.at(),
                    Fields.word(entry.what()),
                    cause == null ? null : Fields.word(cause),
                    conversation == null ? null : Long.toString(conversation.value()),
                    entry.to() == null ? null : entry.to().toString());
        }
    }

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
        Set<OperatorId> operators = scope.colleagues(call.me()).stream()
                .map(Operator::id)
                .filter(id -> wanted.isEmpty() || wanted.contains(id))
                .collect(Collectors.toSet());
        var shown = new LinkedHashSet<>(house.archive()
                .holdings(operators, sites, period.start(), period.end())
                .keySet());
        List<Archive.LostOffer> offers = house.archive().lostOffers(operators, sites, period.start(), period.end());
        offers.forEach(offer -> shown.add(offer.conversation()));
        List<ConversationId> missed = missed(wanted, sites, period);
        shown.addAll(missed);
        List<Archived> conversations = house.archive().byIds(shown, questions.late());
        Map<OperatorId, List<Chronology.Entry>> days = Chronology.of(
                conversations,
                offers,
                house.shifts().between(period.start(), period.end()),
                operators,
                period.start(),
                period.end());
        return new DayView(
                inOrder(call, days),
                views.of(conversations, Map.of(), questions.late(), call.language()),
                missed.stream().map(id -> Long.toString(id.value())).toList());
    }

    private List<OperatorView> inOrder(Call call, Map<OperatorId, List<Chronology.Entry>> days) {
        return scope.colleagues(call.me()).stream()
                .filter(operator -> days.containsKey(operator.id()))
                .map(operator -> new OperatorView(
                        operator.id().toString(),
                        days.getOrDefault(operator.id(), List.of()).stream()
                                .map(EntryView::of)
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
}
