package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.mail.Mail;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.schedules.Cadence;
import chat.beseda.schedules.Choice;
import chat.beseda.schedules.Schedule;
import chat.beseda.schedules.ScheduleDraft;
import chat.beseda.schedules.Schedules;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reports by e-mail at set times: everybody sees and changes their own, administrators those of who is gone. */
final class ScheduleRoutes {
    private final Schedules schedules;
    private final Scope scope;
    private final Mail mail;

    ScheduleRoutes(SupervisionHouse house) {
        this.schedules = house.schedules();
        this.scope = new Scope(house);
        this.mail = house.mail();
    }

    record Draft(
            String name,
            String cadence,
            String zone,
            String time,
            List<String> sites,
            List<String> departments,
            List<String> operators,
            List<String> emails) {}

    /**
     * A schedule.
     *
     * @param nextAt UTC epoch milliseconds
     * @param waiting letters that are due and not sent
     * @param stopped whether nothing goes out, as its owner is disabled or may not read reports any more
     */
    record ScheduleView(
            String id,
            String owner,
            String name,
            String cadence,
            String zone,
            String time,
            List<String> sites,
            List<String> departments,
            List<String> operators,
            List<String> emails,
            long nextAt,
            int waiting,
            boolean stopped) {

        static ScheduleView of(Schedule schedule, int waiting, boolean stopped) {
            ScheduleDraft draft = schedule.draft();
            return new ScheduleView(
                    Long.toString(schedule.id()),
                    schedule.owner().toString(),
                    draft.name(),
                    Fields.word(draft.cadence()),
                    draft.zone().getId(),
                    draft.time().toString(),
                    Fields.texts(draft.choice().sites()),
                    Fields.texts(draft.choice().departments()),
                    Fields.texts(draft.choice().operators()),
                    draft.emails(),
                    schedule.nextAt(),
                    waiting,
                    stopped);
        }
    }

    /** @param sends whether e-mail is set up; until then letters wait */
    record View(List<ScheduleView> schedules, boolean sends) {}

    List<Route> all() {
        Permission read = Permission.READ_ALL;
        return List.of(
                Route.right(HandlerType.GET, "/api/reports/schedules", read, this::list),
                Route.right(HandlerType.POST, "/api/reports/schedules", read, this::create),
                Route.right(HandlerType.PUT, "/api/reports/schedules/{id}", read, this::change),
                Route.right(HandlerType.DELETE, "/api/reports/schedules/{id}", read, this::remove));
    }

    private View list(Call call) {
        Map<Long, Integer> waiting = schedules.waitingOf();
        List<ScheduleView> seen = schedules.all().stream()
                .filter(schedule -> mayRemove(call.me(), schedule))
                .map(schedule ->
                        ScheduleView.of(schedule, waiting.getOrDefault(schedule.id(), 0), !schedules.goesOut(schedule)))
                .toList();
        return new View(seen, mail.account().isOn());
    }

    private ScheduleView create(Call call) {
        Schedule made = schedules.create(call.actor(), call.me().id(), draft(call));
        call.status(201);
        return ScheduleView.of(made, 0, false);
    }

    private ScheduleView change(Call call) {
        Schedule changed = schedules.change(call.actor(), known(call, ScheduleRoutes::isTheirs), draft(call));
        return ScheduleView.of(changed, schedules.waitingOf().getOrDefault(changed.id(), 0), false);
    }

    private @Nullable Object remove(Call call) {
        schedules.remove(call.actor(), known(call, this::mayRemove));
        return null;
    }

    private long known(Call call, BiPredicate<Operator, Schedule> may) {
        long id = call.id("schedule");
        if (!may.test(call.me(), schedules.byId(id))) {
            throw new Unknown("schedule", id);
        }
        return id;
    }

    private static boolean isTheirs(Operator me, Schedule schedule) {
        return me.id().equals(schedule.owner());
    }

    /** Whoever cares for people also sees what those left behind who are gone. */
    private boolean mayRemove(Operator me, Schedule schedule) {
        return isTheirs(me, schedule) || (Access.may(me, Permission.MANAGE_PEOPLE) && !schedules.goesOut(schedule));
    }

    private ScheduleDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var checks = new FieldChecks();
        ZoneId zone = Period.zone(said.zone, checks);
        LocalTime time = time(said.time, checks);
        checks.oneOf("cadence", said.cadence, List.of("day", "week", "month"));
        var choice = new Choice(
                known("sites", said.sites, scope.ownSites(call.me()), checks),
                known("departments", said.departments, scope.departments(), checks),
                known("operators", said.operators, scope.seen(call.me()), checks));
        checks.refuse();
        return new ScheduleDraft(
                said.name,
                Cadence.valueOf(said.cadence.toUpperCase(Locale.ROOT)),
                zone,
                time,
                choice,
                said.emails,
                call.me().locale());
    }

    private static LocalTime time(String said, FieldChecks checks) {
        try {
            LocalTime time = LocalTime.parse(said);
            return time.withSecond(0).withNano(0);
        } catch (DateTimeException wrong) {
            checks.add("time", "time", said, Map.of());
            return LocalTime.MIDNIGHT;
        }
    }

    /** Those that are said, of the ones that may be seen. */
    private static <T> Set<T> known(String field, List<String> said, Set<T> seen, FieldChecks checks) {
        Map<String, T> ids = seen.stream().collect(Collectors.toMap(Object::toString, Function.identity()));
        said.stream().filter(id -> !ids.containsKey(id)).forEach(id -> checks.add(field, "unknown", id, Map.of()));
        return said.stream().map(ids::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
