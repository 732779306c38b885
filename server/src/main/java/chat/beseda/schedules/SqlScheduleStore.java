package chat.beseda.schedules;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The tables {@code report_schedule} and {@code report_letter}. */
final class SqlScheduleStore {
    private static final String COLUMNS =
            "id, owner_id, name, cadence, zone, minute, choice, emails, language, next_day, next_at";

    List<Schedule> all(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM report_schedule ORDER BY id")
                .map((row, context) -> schedule(row))
                .list();
    }

    Schedule known(Handle handle, long id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM report_schedule WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> schedule(row))
                .findOne()
                .orElseThrow(() -> new Unknown("schedule", id));
    }

    List<Schedule> due(Handle handle, long now) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM report_schedule WHERE next_at <= :now ORDER BY id")
                .bind("now", now)
                .map((row, context) -> schedule(row))
                .list();
    }

    void put(Handle handle, Schedule schedule) {
        Update update = handle.createUpdate("""
                        INSERT INTO report_schedule (id, owner_id, name, cadence, zone, minute, choice, emails, language,
                            next_day, next_at)
                        VALUES (:id, :owner, :name, :cadence, :zone, :minute, :choice, :emails, :language, :day, :at)
                        ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, name = excluded.name,
                            cadence = excluded.cadence, zone = excluded.zone, minute = excluded.minute,
                            choice = excluded.choice, emails = excluded.emails, language = excluded.language,
                            next_day = excluded.next_day, next_at = excluded.next_at
                        """);
        ScheduleDraft draft = schedule.draft();
        update.bind("id", schedule.id())
                .bind("owner", schedule.owner().value())
                .bind("name", draft.name())
                .bind("cadence", draft.cadence().name().toLowerCase(Locale.ROOT))
                .bind("zone", draft.zone().getId())
                .bind("minute", draft.time().toSecondOfDay() / 60)
                .bind("choice", text(draft.choice()))
                .bind("emails", Documents.text(draft.emails()))
                .bind("language", draft.language())
                .bind("day", schedule.next().toEpochDay())
                .bind("at", schedule.nextAt())
                .execute();
    }

    void remove(Handle handle, long id) {
        handle.createUpdate("DELETE FROM report_letter WHERE schedule_id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("DELETE FROM report_schedule WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    void write(Handle handle, ReportLetter letter) {
        handle.createUpdate("""
                        INSERT INTO report_letter (schedule_id, first_day, last_day, at)
                        VALUES (:schedule, :first, :last, :at) ON CONFLICT (schedule_id, first_day, last_day) DO NOTHING
                        """)
                .bind("schedule", letter.schedule())
                .bind("first", letter.first().toEpochDay())
                .bind("last", letter.last().toEpochDay())
                .bind("at", letter.at())
                .execute();
    }

    boolean drop(Handle handle, ReportLetter letter) {
        return handle.createUpdate("""
                                DELETE FROM report_letter
                                WHERE schedule_id = :schedule AND first_day = :first AND last_day = :last
                                """)
                        .bind("schedule", letter.schedule())
                        .bind("first", letter.first().toEpochDay())
                        .bind("last", letter.last().toEpochDay())
                        .execute()
                == 1;
    }

    void dropOlder(Handle handle, long before) {
        handle.createUpdate("DELETE FROM report_letter WHERE at < :before")
                .bind("before", before)
                .execute();
    }

    List<ReportLetter> waiting(Handle handle, List<Long> schedules, int limit) {
        if (schedules.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("""
                        SELECT schedule_id, first_day, last_day, at FROM report_letter
                        WHERE schedule_id IN (<schedules>) ORDER BY at, schedule_id LIMIT :limit
                        """)
                .bindList("schedules", schedules)
                .bind("limit", limit)
                .map((row, context) -> new ReportLetter(
                        row.getLong("schedule_id"),
                        LocalDate.ofEpochDay(row.getLong("first_day")),
                        LocalDate.ofEpochDay(row.getLong("last_day")),
                        row.getLong("at")))
                .list();
    }

    /** By schedule, without those that have none. */
    Map<Long, Integer> counts(Handle handle) {
        return handle
                .createQuery("SELECT schedule_id, COUNT(*) AS letters FROM report_letter GROUP BY schedule_id")
                .map((row, context) -> Map.entry(row.getLong("schedule_id"), row.getInt("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        var draft = new ScheduleDraft(
                row.getString("name"),
                Cadence.valueOf(row.getString("cadence").toUpperCase(Locale.ROOT)),
                ZoneId.of(row.getString("zone")),
                LocalTime.ofSecondOfDay(row.getInt("minute") * 60L),
                choice(row.getString("choice")),
                Documents.list(row.getString("emails")),
                row.getString("language"));
        return new Schedule(
                row.getLong("id"),
                new OperatorId(row.getLong("owner_id")),
                draft,
                LocalDate.ofEpochDay(row.getLong("next_day")),
                row.getLong("next_at"));
    }

    private static String text(Choice choice) {
        return Documents.text(List.of(words(choice.sites()), words(choice.departments()), words(choice.operators())));
    }

    private static List<String> words(Collection<?> ids) {
        return ids.stream().map(Object::toString).sorted().toList();
    }

    private static Choice choice(String text) {
        List<List<String>> table = Documents.table(text);
        return new Choice(
                ids(table.get(0), SiteId::new),
                ids(table.get(1), DepartmentId::new),
                ids(table.get(2), OperatorId::new));
    }

    private static <T> Set<T> ids(List<String> words, LongFunction<T> make) {
        return words.stream().map(Long::parseLong).map(make::apply).collect(Collectors.toSet());
    }
}
