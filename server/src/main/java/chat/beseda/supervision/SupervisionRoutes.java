package chat.beseda.supervision;

import chat.beseda.rest.LongReadings;
import chat.beseda.rest.Route;
import java.util.List;
import java.util.stream.Stream;

/** Everything that this door answers. */
public final class SupervisionRoutes {
    private SupervisionRoutes() {}

    public static List<Route> of(SupervisionHouse house) {
        var aside = new LongReadings();
        return Stream.of(
                        new ArchiveRoutes(house).all(),
                        new DayRoutes(house).all(),
                        new ArchiveExport(house).all(),
                        new WorktimeRoutes(house).all(),
                        new WorktimeExport(house).all(),
                        new ReportExport(house).all(),
                        new ReportRoutes(house).all(),
                        new ScheduleRoutes(house).all())
                .flatMap(List::stream)
                .map(aside::aside)
                .toList();
    }
}
