package chat.beseda.supervision;

import static java.util.stream.Collectors.groupingBy;

import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.worktime.Correction;
import chat.beseda.worktime.CorrectionDraft;
import chat.beseda.worktime.Days;
import chat.beseda.worktime.Interval;
import chat.beseda.worktime.Stretch;
import chat.beseda.worktime.WorkedDay;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long operators worked, and corrections to it: for supervisors, of colleagues they may see. */
final class WorktimeRoutes {
    /** Greatest number of days with all their stretches. */
    private static final int MOST_DRAWN = 62;

    private final SupervisionHouse house;
    private final Scope scope;

    WorktimeRoutes(SupervisionHouse house) {
        this.house = house;
        this.scope = new Scope(house);
    }

    /** Durations are milliseconds, corrections too. */
    record DayView(
            String day,
            long from,
            long until,
            long online,
            long awayOwn,
            long awayMissed,
            long awayIdle,
            long inConversation,
            long held,
            @Nullable Long first,
            @Nullable Long last,
            long correctedOnline,
            long correctedAway,
            @Nullable List<StretchView> stretches,
            @Nullable List<Interval> conversations) {

        static DayView of(WorkedDay day, boolean drawn) {
            return new DayView(
                    day.date().toString(),
                    day.time().from(),
                    day.time().until(),
                    day.online(),
                    day.away(Stretch.Reason.OWN),
                    day.away(Stretch.Reason.MISSED),
                    day.away(Stretch.Reason.IDLE),
                    day.inConversation(),
                    day.held(),
                    day.first(),
                    day.last(),
                    day.correctedOnline(),
                    day.correctedAway(),
                    drawn ? day.stretches().stream().map(StretchView::of).toList() : null,
                    drawn ? day.conversations() : null);
        }
    }

    record StretchView(String state, String cause, long from, long until) {

        static StretchView of(Stretch stretch) {
            return new StretchView(
                    Fields.word(stretch.state()),
                    Fields.word(stretch.cause()),
                    stretch.time().from(),
                    stretch.time().until());
        }
    }

    record CorrectionView(
            String id,
            String operator,
            String day,
            String kind,
            long seconds,
            String reason,
            String by,
            long at,
            @Nullable String withdraws) {

        static CorrectionView of(Correction correction) {
            Long withdraws = correction.withdraws();
            return new CorrectionView(
                    Long.toString(correction.id()),
                    correction.operator().toString(),
                    correction.day().toString(),
                    Fields.word(correction.kind()),
                    correction.seconds(),
                    correction.reason(),
                    correction.by().toString(),
                    correction.at(),
                    withdraws == null ? null : withdraws.toString());
        }
    }

    record Worked(String operator, List<DayView> days) {}

    record View(long now, List<Worked> operators, List<CorrectionView> corrections) {}

    /** Either a correction of its own, or the id of one to withdraw with the reason for it. */
    record Draft(
            @Nullable String operator,
            @Nullable String day,
            @Nullable String zone,
            @Nullable String kind,
            @Nullable Long seconds,
            String reason,
            @Nullable String withdraws) {}

    List<Route> all() {
        return List.of(
                Route.right(HandlerType.GET, "/api/worktime", Permission.READ_ALL, this::read),
                Route.right(HandlerType.POST, "/api/worktime/corrections", Permission.READ_ALL, this::correct));
    }

    private View read(Call call) {
        var checks = new FieldChecks();
        Days days = Period.read(call, checks, house.clock()).days();
        Set<OperatorId> whose = scope.whose(call, checks);
        checks.refuse();
        boolean drawn = days.count() <= MOST_DRAWN;
        Map<OperatorId, List<WorkedDay>> worked =
                house.worktime().of(whose, days).stream().collect(groupingBy(WorkedDay::operator));
        return new View(
                house.clock().millis(),
                worked.entrySet().stream()
                        .sorted(Comparator.comparingLong(each -> each.getKey().value()))
                        .map(each -> new Worked(
                                each.getKey().toString(),
                                each.getValue().stream()
                                        .map(day -> DayView.of(day, drawn))
                                        .toList()))
                        .toList(),
                house.worktime().corrections(whose, days).stream()
                        .map(CorrectionView::of)
                        .toList());
    }

    private CorrectionView correct(Call call) {
        Draft said = call.body(Draft.class);
        Correction made = said.withdraws == null
                ? house.worktime().correct(call.me().id(), call.actor(), draft(call, said))
                : withdrawn(call, said.withdraws, said.reason);
        call.status(201);
        return CorrectionView.of(made);
    }

    private Correction withdrawn(Call call, String id, String reason) {
        Correction correction = house.worktime().correction(Call.id("correction", id));
        if (!isSeen(call, correction.operator())) {
            throw new Unknown("correction", id);
        }
        return house.worktime().withdraw(call.me().id(), call.actor(), correction, reason);
    }

    private CorrectionDraft draft(Call call, Draft said) {
        var checks = new FieldChecks();
        ZoneId zone = Period.zone(required(checks, "zone", said.zone), checks);
        LocalDate day = Period.date("day", required(checks, "day", said.day), LocalDate.EPOCH, checks);
        String kind = required(checks, "kind", said.kind);
        checks.oneOf("kind", kind, List.of("online", "away"));
        if (said.seconds == null) {
            checks.add("seconds", "required", null, Map.of());
        }
        String named = required(checks, "operator", said.operator);
        Operator whose = scope.colleagues(call.me()).stream()
                .filter(operator -> operator.id().toString().equals(named))
                .findFirst()
                .orElse(null);
        if (whose == null) {
            checks.add("operator", "unknown", named, Map.of());
        }
        checks.refuse();
        return new CorrectionDraft(
                Objects.requireNonNull(whose).id(),
                day,
                zone,
                kind.equals("away") ? Correction.Kind.AWAY : Correction.Kind.ONLINE,
                Objects.requireNonNull(said.seconds),
                said.reason);
    }

    private static String required(FieldChecks checks, String field, @Nullable String said) {
        if (said == null) {
            checks.add(field, "required", null, Map.of());
        }
        return Objects.requireNonNullElse(said, "");
    }

    private boolean isSeen(Call call, OperatorId id) {
        return scope.colleagues(call.me()).stream()
                .anyMatch(operator -> operator.id().equals(id));
    }
}
