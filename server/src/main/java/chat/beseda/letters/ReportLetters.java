package chat.beseda.letters;

import chat.beseda.letters.ReportPapers.Paper;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.mail.Outgoing;
import chat.beseda.schedules.ReportLetter;
import chat.beseda.schedules.Schedule;
import chat.beseda.schedules.ScheduleDraft;
import chat.beseda.schedules.Schedules;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import chat.beseda.web.PageTexts;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the scheduled reports that are due, to each of their addresses. Thread-safe. */
public final class ReportLetters {
    private static final Logger log = LoggerFactory.getLogger(ReportLetters.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final int AT_ONCE = 10;

    private final Database database;
    private final Schedules schedules;
    private final ReportPapers papers;
    private final Mail mail;
    private final PageTexts texts = new PageTexts(ReportLetters.class, "letters");

    public ReportLetters(Database database, Schedules schedules, ReportPapers papers, Mail mail) {
        this.database = database;
        this.schedules = schedules;
        this.papers = papers;
        this.mail = mail;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        timers.every(LOOK, () -> {
            try {
                writeDue();
            } catch (StorageException trouble) {
                log.atWarn().setCause(trouble).log("reports.unwritten");
            }
        });
    }

    /** Puts what is due into the queue, while letters go out. */
    void writeDue() {
        if (mail.account().isOn()) {
            List<ReportLetter> waiting = schedules.waiting(AT_ONCE);
            schedules
                    .all()
                    .forEach(schedule -> waiting.stream()
                            .filter(due -> due.schedule() == schedule.id())
                            .forEach(due -> write(schedule, due)));
        }
    }

    private void write(Schedule schedule, ReportLetter due) {
        List<Outgoing> letters = made(schedule, due);
        if (!mail.account().isOn()) {
            return;
        }
        database.write(transaction -> {
            if (schedules.settle(transaction, due)) {
                letters.forEach(letter -> mail.queue(transaction, letter));
            }
            return true;
        });
    }

    /** None when there is nothing to send; what can't be written stands in nobody's way. */
    private List<Outgoing> made(Schedule schedule, ReportLetter due) {
        try {
            return papers
                    .of(schedule, due)
                    .map(paper -> letters(schedule.draft(), due, paper))
                    .orElse(List.of())
                    .stream()
                    .map(mail::made)
                    .toList();
        } catch (StorageException trouble) {
            throw trouble;
        } catch (RuntimeException trouble) {
            log.atError()
                    .setCause(trouble)
                    .addKeyValue("schedule", schedule.id())
                    .log("reports.unwritable");
            return List.of();
        }
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
