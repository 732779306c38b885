package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.reports.Figure;
import chat.beseda.reports.Goals;
import chat.beseda.reports.Group;
import chat.beseda.reports.Question;
import chat.beseda.reports.Reports;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import io.javalin.http.HandlerType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures over the archive: for supervisors, of the sites they serve. */
final class ReportRoutes {
    private final SupervisionHouse house;
    private final ReportQuestions questions;

    ReportRoutes(SupervisionHouse house) {
        this.house = house;
        this.questions = new ReportQuestions(house);
    }

    /**
     * A period and the one before it.
     *
     * @param figures by the figure's name; null where there is nothing to tell
     * @param beforeFrom the first day of as many days before
     * @param meanings what the figures are called and mean, by their names; also of {@code conversion}
     */
    record SummaryView(
            Map<String, @Nullable Double> figures,
            Map<String, @Nullable Double> before,
            String beforeFrom,
            String beforeUntil,
            Map<String, FigureTexts.Meaning> meanings) {}

    record RowView(String key, Map<String, @Nullable Double> figures) {}

    record RowsView(List<RowView> rows, boolean more) {}

    record HourView(int weekday, int hour, Map<String, @Nullable Double> figures) {}

    record HeatView(List<HourView> hours) {}

    /** Time zones by whose clocks days may be told. */
    record ZonesView(List<String> zones) {}

    List<Route> all() {
        Permission read = Permission.READ_ALL;
        return List.of(
                Route.right(HandlerType.GET, "/api/reports/summary", read, this::summary),
                Route.right(HandlerType.GET, "/api/reports/zones", read, this::zones),
                Route.right(HandlerType.GET, "/api/reports/by", read, this::by),
                Route.right(HandlerType.GET, "/api/reports/heat", read, this::heat),
                Route.right(HandlerType.GET, "/api/reports/goals", read, this::goals));
    }

    private SummaryView summary(Call call) {
        var checks = new FieldChecks();
        Question question = questions.read(call, checks);
        checks.refuse();
        Question before = question.before();
        return new SummaryView(
                figures(house.reports().summary(question)),
                figures(house.reports().summary(before)),
                before.days().from().toString(),
                before.days().until().toString(),
                FigureTexts.of(call, house).all());
    }

    private ZonesView zones(Call call) {
        return new ZonesView(house.sites().all().stream()
                .filter(site -> Access.maySee(call.me(), site.id()))
                .map(site -> site.timeZone().getId())
                .distinct()
                .sorted()
                .toList());
    }

    private RowsView by(Call call) {
        var checks = new FieldChecks();
        Question question = questions.read(call, checks);
        Group group = ArchiveQuestions.word(call, "group", Group.class, checks);
        checks.refuse();
        Reports.Rows rows = house.reports().by(question, group);
        return new RowsView(
                rows.rows().stream()
                        .map(row -> new RowView(row.key(), figures(row.figures())))
                        .toList(),
                rows.more());
    }

    private HeatView heat(Call call) {
        var checks = new FieldChecks();
        Question question = questions.read(call, checks);
        checks.refuse();
        return new HeatView(house.reports().heat(question).stream()
                .map(hour -> new HourView(hour.weekday(), hour.hour(), figures(hour.figures())))
                .toList());
    }

    private Goals goals(Call call) {
        var checks = new FieldChecks();
        Question question = questions.read(call, checks);
        checks.refuse();
        return house.reports().goals(question);
    }

    private static Map<String, @Nullable Double> figures(Map<Figure, @Nullable Double> figures) {
        var named = new LinkedHashMap<String, @Nullable Double>();
        figures.forEach((figure, number) -> named.put(Fields.word(figure), number));
        return named;
    }
}
