package chat.beseda.administration;

import chat.beseda.hours.OpenHours;
import chat.beseda.hours.Range;
import chat.beseda.hours.Span;
import chat.beseda.hours.SpecialDay;
import chat.beseda.hours.Timetable;
import chat.beseda.hours.TimetableDraft;
import chat.beseda.hours.TimetableId;
import chat.beseda.hours.Timetables;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Timetables: administrators keep them and say who goes by which; consoles reckon waits by their open times. */
final class HoursRoutes {
    /** What consoles are told: nobody waits longer for an answer and is still waited for. */
    private static final Duration PAST = Duration.ofDays(31);

    private static final Duration AHEAD = Duration.ofDays(2);

    private final Timetables timetables;
    private final Sites sites;
    private final Departments departments;
    private final InstantSource clock;

    HoursRoutes(Timetables timetables, Sites sites, Departments departments, InstantSource clock) {
        this.timetables = timetables;
        this.sites = sites;
        this.departments = departments;
        this.clock = clock;
    }

    record Day(String date, boolean everyYear, String name, List<Range> ranges) {
        static Day of(SpecialDay day) {
            return new Day(day.date().toString(), day.everyYear(), day.name(), day.ranges());
        }
    }

    record Draft(String name, String timeZone, List<List<Range>> week, List<Day> days) {}

    /**
     * A timetable, how it is now, and who goes by it.
     *
     * @param changesAt when it closes or opens next; null: not within a year
     */
    record TimetableView(
            String id,
            String name,
            String timeZone,
            List<List<Range>> week,
            List<Day> days,
            boolean open,
            @Nullable Long changesAt,
            List<String> sites,
            List<String> departments) {}

    /** Null: always open, or by the site. */
    record Choice(@Nullable String timetable) {}

    /** When somebody is open: pairs of moments, UTC epoch milliseconds. Who is in none is always open, or goes by the site. */
    record OpenView(List<String> sites, List<String> departments, List<List<Long>> open) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/hours", manage, this::list),
                Route.signedIn(HandlerType.GET, "/api/hours/open", this::open),
                Route.right(HandlerType.POST, "/api/hours", manage, this::create),
                Route.right(HandlerType.PUT, "/api/hours/{id}", manage, this::change),
                Route.right(HandlerType.DELETE, "/api/hours/{id}", manage, this::remove),
                Route.right(HandlerType.PUT, "/api/sites/{id}/hours", Permission.MANAGE_SITES, this::chooseOfSite),
                Route.right(
                        HandlerType.PUT,
                        "/api/departments/{id}/hours",
                        Permission.MANAGE_PEOPLE,
                        this::chooseOfDepartment));
    }

    private List<TimetableView> list(Call call) {
        return timetables.all().stream().map(this::view).toList();
    }

    private TimetableView create(Call call) {
        Timetable made = timetables.create(call.actor(), draft(call));
        call.status(201);
        return view(made);
    }

    private TimetableView change(Call call) {
        return view(timetables.change(call.actor(), new TimetableId(call.id("hours")), draft(call)));
    }

    private @Nullable Object remove(Call call) {
        timetables.remove(call.actor(), new TimetableId(call.id("hours")));
        return null;
    }

    private Choice chooseOfSite(Call call) {
        Choice said = call.body(Choice.class);
        timetables.choose(call.actor(), new SiteId(call.id("site")), chosen(said));
        return said;
    }

    private Choice chooseOfDepartment(Call call) {
        Choice said = call.body(Choice.class);
        timetables.choose(call.actor(), new DepartmentId(call.id("department")), chosen(said));
        return said;
    }

    private static @Nullable TimetableId chosen(Choice said) {
        var fields = new Fields();
        TimetableId chosen = said.timetable == null ? null : fields.id("timetable", said.timetable, TimetableId::new);
        fields.refuse();
        return chosen;
    }

    private List<OpenView> open(Call call) {
        long now = clock.millis();
        return timetables.all().stream()
                .map(timetable -> new OpenView(
                        sitesOf(timetable.id(), call),
                        departmentsOf(timetable.id()),
                        timetable.hours().spans(now - PAST.toMillis(), now + AHEAD.toMillis()).stream()
                                .map(HoursRoutes::pair)
                                .toList()))
                .filter(view -> !view.sites.isEmpty() || !view.departments.isEmpty())
                .toList();
    }

    private static List<Long> pair(Span span) {
        return List.of(span.from(), span.until());
    }

    private static TimetableDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var days = new ArrayList<SpecialDay>();
        for (int at = 0; at < said.days.size(); at++) {
            Day day = said.days.get(at);
            try {
                days.add(new SpecialDay(LocalDate.parse(day.date), day.everyYear, day.name, day.ranges));
            } catch (DateTimeException wrong) {
                fields.add("days[%d].date".formatted(at), "date", day.date, Map.of());
            }
        }
        fields.refuse();
        return new TimetableDraft(said.name, said.timeZone, said.week, days);
    }

    private TimetableView view(Timetable timetable) {
        OpenHours hours = timetable.hours();
        long now = clock.millis();
        boolean open = hours.isOpen(now);
        OptionalLong changes = open ? hours.closesNext(now) : hours.opensNext(now);
        return new TimetableView(
                timetable.id().toString(),
                timetable.name(),
                hours.zone().getId(),
                hours.week(),
                hours.days().stream().map(Day::of).toList(),
                open,
                changes.isPresent() ? (Long) changes.getAsLong() : null,
                sitesOf(timetable.id(), null),
                departmentsOf(timetable.id()));
    }

    /** @param call whoever asks for those that they may see; null: all of them */
    private List<String> sitesOf(TimetableId id, @Nullable Call call) {
        return sites.all().stream()
                .map(Site::id)
                .filter(site -> call == null || Access.maySee(call.me(), site))
                .filter(site -> isOf(id, timetables.of(site)))
                .map(SiteId::toString)
                .toList();
    }

    private List<String> departmentsOf(TimetableId id) {
        return departments.all().stream()
                .map(Department::id)
                .filter(department -> isOf(id, timetables.of(department)))
                .map(DepartmentId::toString)
                .toList();
    }

    private static boolean isOf(TimetableId id, Optional<Timetable> chosen) {
        return chosen.filter(timetable -> timetable.id().equals(id)).isPresent();
    }
}
