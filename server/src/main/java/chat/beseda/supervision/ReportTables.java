package chat.beseda.supervision;

import chat.beseda.geo.Place;
import chat.beseda.reports.Figure;
import chat.beseda.reports.Goals;
import chat.beseda.reports.Group;
import chat.beseda.reports.Question;
import chat.beseda.reports.Reports;
import chat.beseda.rest.Fields;
import chat.beseda.sheets.Sheet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of reports, with the meaning of every figure in them, in the language of whoever reads them. */
final class ReportTables {
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
    private final FigureTexts texts;
    private final String language;

    ReportTables(SupervisionHouse house, FigureTexts texts, String language) {
        this.house = house;
        this.questions = new ReportQuestions(house);
        this.texts = texts;
        this.language = language;
    }

    ReportTable summary(Question question, boolean paper) {
        Map<Figure, @Nullable Double> now = house.reports().summary(question);
        Map<Figure, @Nullable Double> before = house.reports().summary(question.before());
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Figure figure : Figure.values()) {
            var row = new ArrayList<@Nullable Object>();
            String name = titleOf(figure);
            boolean seconds = TIMES.contains(figure) && !paper;
            row.add(seconds ? texts.in("in_seconds", name) : name);
            row.add(value(figure, now.get(figure)));
            row.add(value(figure, before.get(figure)));
            row.add(texts.meaning(figure));
            rows.add(row);
        }
        List<Sheet.Column> columns = columns("figure", "value", "before", "meaning");
        return new ReportTable(texts.text("title"), columns, rows, told(question));
    }

    ReportTable by(Question question, Group group) {
        Reports.Rows found = house.reports().by(question, group);
        List<Figure> figures = Stream.of(Figure.values())
                .filter(figure ->
                        found.rows().stream().anyMatch(row -> row.figures().get(figure) != null))
                .toList();
        var columns = new ArrayList<>(columns(Fields.word(group)));
        figures.forEach(figure -> columns.add(new Sheet.Column(Fields.word(figure), titleOf(figure))));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (Reports.Row each : found.rows()) {
            var row = new ArrayList<@Nullable Object>();
            row.add(label(group, each.key()));
            figures.forEach(figure -> row.add(value(figure, each.figures().get(figure))));
            rows.add(row);
        }
        var notes = new ArrayList<>(told(question));
        figures.forEach(figure -> notes.add(new ReportTable.Note(titleOf(figure), texts.meaning(figure))));
        return new ReportTable(texts.text("title"), columns, rows, notes);
    }

    ReportTable goals(Question question) {
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
        var notes = new ArrayList<>(told(question));
        notes.add(new ReportTable.Note(texts.text("conversion"), texts.text("goals_meaning")));
        List<Sheet.Column> columns = columns("goal", "with", "with_value", "without", "without_value");
        return new ReportTable(texts.text("title"), columns, rows, notes);
    }

    private List<ReportTable.Note> told(Question question) {
        return questions.told(question, texts::text);
    }

    private static List<@Nullable Object> reached(String name, Goals.Reached with, Goals.Reached without) {
        return List.of(name, with.count(), whole(with.value(), 100), without.count(), whole(without.value(), 100));
    }

    private String label(Group group, String key) {
        if (key.isEmpty()) {
            return texts.text("no_key");
        }
        return switch (group) {
            case OPERATOR -> questions.operator(key);
            case SITE -> questions.site(key);
            case DEPARTMENT -> questions.department(key);
            case CITY -> house.places().city(new Place("", null, key), language).orElse(key);
            case LANGUAGE -> Locale.forLanguageTag(key).getDisplayLanguage(Locale.of(language));
            case DAY, WEEK, MONTH, PAGE, SOURCE -> key;
        };
    }

    static @Nullable Object value(Figure figure, @Nullable Double number) {
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

    private List<Sheet.Column> columns(String... keys) {
        return Stream.of(keys)
                .map(key -> new Sheet.Column(key, texts.text(key)))
                .toList();
    }

    /** As a column of numbers is called. */
    String titleOf(Figure figure) {
        String name = texts.name(figure);
        return figure == Figure.FIRST_ANSWER_WITHIN ? texts.in("in_percent", name) : name;
    }
}
