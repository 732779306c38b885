package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Permission;
import chat.beseda.reports.Group;
import chat.beseda.reports.Question;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.rest.Streamed;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;

/** The tables of reports as files, with the meaning of every figure in them. Every export is in the audit log. */
final class ReportExport {
    private final SupervisionHouse house;
    private final ReportQuestions questions;

    ReportExport(SupervisionHouse house) {
        this.house = house;
        this.questions = new ReportQuestions(house);
    }

    /** Which table; all but the first and the last are those of {@link Group}. */
    enum Table {
        SUMMARY,
        OPERATOR,
        DAY,
        WEEK,
        MONTH,
        SITE,
        DEPARTMENT,
        PAGE,
        CITY,
        SOURCE,
        LANGUAGE,
        GOALS
    }

    List<Route> all() {
        return List.of(Route.right(HandlerType.GET, "/api/reports/export", Permission.READ_ALL, this::export));
    }

    private Streamed export(Call call) {
        var checks = new FieldChecks();
        Question question = questions.read(call, checks);
        Table table = ArchiveQuestions.word(call, "table", Table.class, checks);
        ReportFile.Format format = ArchiveQuestions.word(call, "format", ReportFile.Format.class, checks);
        checks.refuse();
        var tables = new ReportTables(house, FigureTexts.of(call, house), call.language());
        ReportTable made = switch (table) {
            case SUMMARY -> tables.summary(question, format == ReportFile.Format.PDF);
            case GOALS -> tables.goals(question);
            case OPERATOR, DAY, WEEK, MONTH, SITE, DEPARTMENT, PAGE, CITY, SOURCE, LANGUAGE ->
                tables.by(question, Group.valueOf(table.name()));
        };
        String name = table.name().toLowerCase(Locale.ROOT);
        Streamed file = ReportFile.of(made, format, call.language(), "reports-" + name);
        house.archive()
                .exported(
                        call.actor(),
                        "reports " + name + " " + format.name().toLowerCase(Locale.ROOT),
                        made.rows().size());
        return file;
    }
}
