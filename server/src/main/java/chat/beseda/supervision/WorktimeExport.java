package chat.beseda.supervision;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.rest.Streamed;
import chat.beseda.sheets.Sheet;
import chat.beseda.web.PageTexts;
import chat.beseda.worktime.Correction;
import chat.beseda.worktime.Days;
import chat.beseda.worktime.Stretch;
import chat.beseda.worktime.WorkedDay;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Worked time as a file: a row for each day of each operator, and below them the corrections one by one. */
final class WorktimeExport {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final SupervisionHouse house;
    private final Scope scope;
    private final ReportQuestions questions;
    private final PageTexts texts = new PageTexts(WorktimeExport.class, "reports");

    WorktimeExport(SupervisionHouse house) {
        this.house = house;
        this.scope = new Scope(house);
        this.questions = new ReportQuestions(house);
    }

    List<Route> all() {
        return List.of(Route.right(HandlerType.GET, "/api/worktime/export", Permission.READ_ALL, this::export));
    }

    private Streamed export(Call call) {
        var checks = new FieldChecks();
        Days days = Period.read(call, checks, house.clock()).days();
        Set<OperatorId> whose = scope.whose(call, checks);
        ReportFile.Format format = ArchiveQuestions.word(call, "format", ReportFile.Format.class, checks);
        checks.refuse();
        var rows = new ArrayList<List<@Nullable Object>>();
        for (WorkedDay day : house.worktime().of(whose, days)) {
            rows.add(row(day, days.zone()));
        }
        var notes = new ArrayList<ReportTable.Note>();
        String period =
                "%s – %s, %s".formatted(days.from(), days.until(), days.zone().getId());
        notes.add(new ReportTable.Note(text(call, "period"), period));
        notes.add(new ReportTable.Note(text(call, "online"), text(call, "online_meaning")));
        house.worktime().corrections(whose, days).forEach(correction -> notes.add(note(call, correction)));
        var table = new ReportTable(text(call, "worktime"), columns(call), rows, notes);
        Streamed file = ReportFile.of(table, format, call.language(), "worktime");
        house.archive().exported(call.actor(), "worktime " + format.name().toLowerCase(Locale.ROOT), rows.size());
        return file;
    }

    private List<@Nullable Object> row(WorkedDay day, ZoneId zone) {
        var row = new ArrayList<@Nullable Object>();
        row.add(questions.operator(day.operator().toString()));
        row.add(day.date().toString());
        row.add(Duration.ofMillis(day.online()));
        row.add(Duration.ofMillis(day.correctedOnline()));
        row.add(Duration.ofMillis(day.away(Stretch.Reason.OWN)));
        row.add(Duration.ofMillis(day.away(Stretch.Reason.MISSED)));
        row.add(Duration.ofMillis(day.away(Stretch.Reason.IDLE)));
        row.add(Duration.ofMillis(day.correctedAway()));
        row.add(Duration.ofMillis(day.inConversation()));
        row.add(clock(day.first(), zone));
        row.add(clock(day.last(), zone));
        return row;
    }

    private List<Sheet.Column> columns(Call call) {
        return Stream.of(
                        "operator",
                        "day",
                        "online",
                        "corrected_online",
                        "away_own",
                        "away_missed",
                        "away_idle",
                        "corrected_away",
                        "in_conversation",
                        "first",
                        "last")
                .map(key -> new Sheet.Column(key, text(call, key)))
                .toList();
    }

    private ReportTable.Note note(Call call, Correction correction) {
        String name =
                "%s, %s".formatted(questions.operator(correction.operator().toString()), correction.day());
        String said = texts.of(
                call.language(),
                correction.withdraws() == null ? "correction" : "correction_withdraws",
                Map.of(
                        "kind", text(call, correction.kind() == Correction.Kind.AWAY ? "away" : "online"),
                        "seconds", Long.toString(correction.seconds()),
                        "by", questions.operator(correction.by().toString()),
                        "reason", correction.reason()));
        return new ReportTable.Note(name, said);
    }

    private static @Nullable String clock(@Nullable Long at, ZoneId zone) {
        return at == null ? null : CLOCK.format(Instant.ofEpochMilli(at).atZone(zone));
    }

    private String text(Call call, String name) {
        return texts.of(call.language(), name, Map.of());
    }
}
