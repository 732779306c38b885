package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.geo.Place;
import chat.beseda.operators.Permission;
import chat.beseda.reports.Figure;
import chat.beseda.reports.Goals;
import chat.beseda.reports.Group;
import chat.beseda.reports.Question;
import chat.beseda.reports.Reports;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.rest.Streamed;
import chat.beseda.sheets.Sheet;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of reports as files, with the meaning of every figure in them. Every export is in the audit log. */
final class ReportExport {
    private static final Set<Figure> TIMES = Set.of(
            Figure.FIRST_ANSWER_MEAN,
            Figure.FIRST_ANSWER_MEDIAN,
            Figure.ANSWER_MEAN,
            Figure.ANSWER_MEDIAN,
            Figure.ANSWER_LONGEST,
            Figure.LENGTH_MEAN,
            Figure.LENGTH_MEDIAN,
            Figure.WORKED);

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
        ReportTable made = switch (table) {
            case SUMMARY -> summary(call, question, format == ReportFile.Format.PDF);
            case GOALS -> goals(call, question);
            case OPERATOR, DAY, WEEK, MONTH, SITE, DEPARTMENT, PAGE, CITY, SOURCE, LANGUAGE ->
                by(call, question, Group.valueOf(table.name()));
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

    private ReportTable summary(Call call, Question question, boolean paper) {
        FigureTexts texts = FigureTexts.of(call, house);
        Map<Figure, @Nullable Double> now = house.reports().summary(question);
        Map<Figure, @Nullable Double> before = house.reports().summary(question.before());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Figure figure : Figure.values()) {
            var row = new ArrayList<@Nullable Object>();
            String name = titleOf(figure, texts);
            boolean seconds = TIMES.contains(figure) && !paper;
            row.add(seconds ? texts.in("in_seconds", name) : name);
            row.add(value(figure, now.get(figure)));
            row.add(value(figure, before.get(figure)));
            row.add(texts.meaning(figure));
            rows.add(row);
        }
        List<Sheet.Column> columns = columns(texts, "figure", "value", "before", "meaning");
        return new ReportTable(texts.text("title"), columns, rows, questions.told(call, question, texts::text));
    }

    private ReportTable by(Call call, Question question, Group group) {
        FigureTexts texts = FigureTexts.of(call, house);
        Reports.Rows found = house.reports().by(question, group);
        List<Figure> figures = Stream.of(Figure.values())
                .filter(figure ->
                        found.rows().stream().anyMatch(row -> row.figures().get(figure) != null))
                .toList();
        var columns = new ArrayList<>(columns(texts, Fields.word(group)));
        figures.forEach(figure -> columns.add(new Sheet.Column(Fields.word(figure), titleOf(figure, texts))));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Reports.Row each : found.rows()) {
            var row = new ArrayList<@Nullable Object>();
            row.add(label(call, texts, group, each.key()));
            figures.forEach(figure -> row.add(value(figure, each.figures().get(figure))));
            rows.add(row);
        }
        var notes = new ArrayList<>(questions.told(call, question, texts::text));
        figures.forEach(figure -> notes.add(new ReportTable.Note(titleOf(figure, texts), texts.meaning(figure))));
        return new ReportTable(texts.text("title"), columns, rows, notes);
    }

    private ReportTable goals(Call call, Question question) {
        FigureTexts texts = FigureTexts.of(call, house);
        Goals goals = house.reports().goals(question);
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Goals.Goal goal : goals.goals()) {
            rows.add(reached(goal.name(), goal.with(), goal.without()));
        }
        rows.add(reached(texts.text("total"), goals.with(), goals.without()));
        var conversion = new ArrayList<@Nullable Object>();
        conversion.add(texts.text("conversion"));
        conversion.add(percent(goals.conversionWith()));
        conversion.add(null);
        conversion.add(percent(goals.conversionWithout()));
        conversion.add(null);
        rows.add(conversion);
        for (Goals.OfOperator each : goals.operators()) {
            var row = new ArrayList<@Nullable Object>();
            row.add(questions.operator(each.operator()));
            row.add(each.reached().count());
            row.add(whole(each.reached().value(), 100));
            row.add(null);
            row.add(null);
            rows.add(row);
        }
        var notes = new ArrayList<>(questions.told(call, question, texts::text));
        notes.add(new ReportTable.Note(texts.text("conversion"), texts.text("goals_meaning")));
        List<Sheet.Column> columns = columns(texts, "goal", "with", "with_value", "without", "without_value");
        return new ReportTable(texts.text("title"), columns, rows, notes);
    }

    private static List<@Nullable Object> reached(String name, Goals.Reached with, Goals.Reached without) {
        return List.of(name, with.count(), whole(with.value(), 100), without.count(), whole(without.value(), 100));
    }

    private String label(Call call, FigureTexts texts, Group group, String key) {
        if (key.isEmpty()) {
            return texts.text("no_key");
        }
        return switch (group) {
            case OPERATOR -> questions.operator(key);
            case SITE -> questions.site(key);
            case DEPARTMENT -> questions.department(key);
            case CITY ->
                house.places().city(new Place("", null, key), call.language()).orElse(key);
            case LANGUAGE -> Locale.forLanguageTag(key).getDisplayLanguage(Locale.of(call.language()));
            case DAY, WEEK, MONTH, PAGE, SOURCE -> key;
        };
    }

    private static @Nullable Object value(Figure figure, @Nullable Double number) {
        if (number == null) {
            return null;
        }
        if (TIMES.contains(figure)) {
            return Duration.ofMillis(Math.round(number));
        }
        return figure == Figure.FIRST_ANSWER_WITHIN ? percent(number) : whole(number, 100);
    }

    private static @Nullable Object percent(@Nullable Double share) {
        return share == null ? null : whole(share * 100, 10);
    }

    /** A whole number as one, any other with some digits. */
    private static Object whole(double number, double digits) {
        double rounded = Math.round(number * digits) / digits;
        return rounded == Math.rint(rounded) ? (Object) (long) rounded : (Object) rounded;
    }

    private static List<Sheet.Column> columns(FigureTexts texts, String... keys) {
        return Stream.of(keys)
                .map(key -> new Sheet.Column(key, texts.text(key)))
                .toList();
    }

    /** As a column of numbers is called. */
    private static String titleOf(Figure figure, FigureTexts texts) {
        String name = texts.name(figure);
        return figure == Figure.FIRST_ANSWER_WITHIN ? texts.in("in_percent", name) : name;
    }
}
