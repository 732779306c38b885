package chat.beseda.supervision;

import chat.beseda.rest.LongReadings;
import chat.beseda.rest.Route;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that this door answers. */
public final class SupervisionRoutes {
    /** What takes long: it reads and counts as much as was asked for. */
    private static final Set<String> LONG = Set.of(
            "/api/archive",
            "/api/archive/export",
            "/api/worktime",
            "/api/worktime/export",
            "/api/reports/summary",
            "/api/reports/by",
            "/api/reports/heat",
            "/api/reports/goals",
            "/api/reports/export");

    private SupervisionRoutes() {}

    public static List<Route> of(SupervisionHouse house) {
        var aside = new LongReadings();
        return Stream.of(
                        new DayRoutes(house).all(),
                        new ArchiveExport(house).all(),
                        new ArchiveRoutes(house).all(),
                        new WorktimeRoutes(house).all(),
                        new WorktimeExport(house).all(),
                        new ReportExport(house).all(),
                        new ReportRoutes(house).all(),
                        new ScheduleRoutes(house).all())
                .flatMap(List::stream)
                .map(route -> isLong(route) ? aside.aside(route) : route)
                .toList();
    }

    private static boolean isLong(Route route) {
        return route.method().equals(HandlerType.GET) && LONG.contains(route.path());
    }
}
