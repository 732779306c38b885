package chat.beseda.letters;

import chat.beseda.letters.ReportPapers.Paper;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.schedules.ReportLetter;
import chat.beseda.schedules.Schedule;
import chat.beseda.schedules.ScheduleDraft;
import chat.beseda.schedules.Schedules;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import chat.beseda.web.PageTexts;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the scheduled reports that are due, to each of their addresses. Thread-safe. */
public final class ReportLetters {
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int AT_ONCE = 10;

    private final Desk desk;
    private final Schedules schedules;
    private final ReportPapers papers;
    private final PageTexts texts = new PageTexts(ReportLetters.class, "letters");

    public ReportLetters(Database database, Schedules schedules, ReportPapers papers, Mail mail) {
        this.desk = new Desk(database, mail);
        this.schedules = schedules;
        this.papers = papers;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        desk.keep(timers, LOOK, this::writeDue);
    }

    private void writeDue() {
        List<ReportLetter> waiting = schedules.waiting(AT_ONCE);
        for (Schedule schedule : schedules.all()) {
            waiting.stream().filter(due -> due.schedule() == schedule.id()).forEach(due -> write(schedule, due));
        }
    }

    private void write(Schedule schedule, ReportLetter due) {
        desk.send(
                "schedule " + schedule.id(),
                () -> papers.of(schedule, due)
                        .map(paper -> letters(schedule.draft(), due, paper))
                        .orElse(List.of()),
                transaction -> schedules.settle(transaction, due));
    }

    private List<Letter> letters(ScheduleDraft draft, ReportLetter due, Paper paper) {
        String language = draft.language();
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.of(language));
        String period = due.first().equals(due.last())
                ? date.format(due.first())
                : date.format(due.first()) + " – " + date.format(due.last());
        Map<String, String> params = Map.of("name", draft.name(), "period", period);
        var written = new LetterPaper(language, texts.of(language, "report.subject", params));
        written.paragraph(texts.of(language, "report.words", params));
        written.table(paper.value(), paper.before(), paper.lines());
        written.quiet(texts.of(language, "report.why", params));
        return draft.emails().stream()
                .map(email -> written.letter("report", email, paper.enclosures()))
                .toList();
    }
}
