package chat.beseda.supervision;

import chat.beseda.letters.ReportPapers;
import chat.beseda.mail.Enclosure;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.reports.Figure;
import chat.beseda.reports.Group;
import chat.beseda.reports.Question;
import chat.beseda.schedules.ReportLetter;
import chat.beseda.schedules.Schedule;
import chat.beseda.schedules.ScheduleDraft;
import chat.beseda.worktime.Days;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports that go out by themselves: what a letter tells, and the files that go along. Thread-safe. */
public final class ScheduledReports implements ReportPapers {
    /** What is told in the letter itself; the files have all of them. */
    private static final List<Figure> TOLD = List.of(
            Figure.VISITS,
            Figure.CONVERSATIONS,
            Figure.TAKEN,
            Figure.MISSED,
            Figure.FIRST_ANSWER_MEDIAN,
            Figure.FIRST_ANSWER_WITHIN,
            Figure.LATE,
            Figure.SCORE);

    private final SupervisionHouse house;
    private final ReportQuestions questions;

    public ScheduledReports(SupervisionHouse house) {
        this.house = house;
        this.questions = new ReportQuestions(house);
    }

    @Override
    public Optional<Paper> of(Schedule schedule, ReportLetter letter) {
        return house.operators()
                .byId(schedule.owner())
                .filter(owner -> Access.may(owner, Permission.READ_ALL))
                .flatMap(owner -> questions.of(
                        owner,
                        schedule.draft().choice(),
                        new Days(schedule.draft().zone(), letter.first(), letter.last())))
                .map(question -> paper(question, schedule.draft(), letter));
    }

    private Paper paper(Question question, ScheduleDraft draft, ReportLetter letter) {
        FigureTexts texts = FigureTexts.of(draft.language(), house);
        var tables = new ReportTables(house, texts, draft.language());
        Map<Figure, @Nullable Double> now = house.reports().summary(question);
        Map<Figure, @Nullable Double> before = house.reports().summary(question.before());
        List<Line> lines = TOLD.stream()
                .filter(figure -> now.get(figure) != null || before.get(figure) != null)
                .map(figure -> new Line(
                        tables.titleOf(figure),
                        ReportFile.printed(ReportTables.value(figure, now.get(figure)), draft.language()),
                        ReportFile.printed(ReportTables.value(figure, before.get(figure)), draft.language())))
                .toList();
        var enclosures = new ArrayList<Enclosure>();
        String days = letter.first() + "_" + letter.last();
        enclosures.add(file(tables.summary(question, true), ReportFile.Format.PDF, draft, "beseda-" + days));
        enclosures.add(file(tables.summary(question, false), ReportFile.Format.XLSX, draft, "beseda-" + days));
        ReportTable operators = tables.by(question, Group.OPERATOR);
        enclosures.add(file(operators, ReportFile.Format.XLSX, draft, "beseda-operators-" + days));
        return new Paper(lines, texts.text("value"), texts.text("before"), enclosures);
    }

    private static Enclosure file(ReportTable table, ReportFile.Format format, ScheduleDraft draft, String name) {
        var bytes = new ByteArrayOutputStream();
        ReportFile.write(bytes, table, format, draft.language());
        return new Enclosure(name + format.ending(), format.type(), bytes.toByteArray());
    }
}
