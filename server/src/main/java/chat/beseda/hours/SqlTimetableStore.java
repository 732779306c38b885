package chat.beseda.hours;

import chat.beseda.storage.Documents;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables {@code timetable} and {@code timetable_choice}. */
final class SqlTimetableStore {

    /** Who goes by one. */
    enum Kind {
        SITE,
        DEPARTMENT;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A special day as it lies in its document. */
    record Day(String date, boolean everyYear, String name, List<Range> ranges) {}

    List<Timetable> all(Handle handle) {
        return handle.createQuery("SELECT id, name, zone, week, days FROM timetable ORDER BY id")
                .map((row, context) -> new Timetable(
                        new TimetableId(row.getLong("id")),
                        row.getString("name"),
                        new OpenHours(
                                ZoneId.of(row.getString("zone")),
                                week(row.getString("week")),
                                days(row.getString("days")))))
                .list();
    }

    void put(Handle handle, Timetable timetable) {
        OpenHours hours = timetable.hours();
        handle.createUpdate("""
                        INSERT INTO timetable (id, name, zone, week, days) VALUES (:id, :name, :zone, :week, :days)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, zone = excluded.zone, week = excluded.week,
                            days = excluded.days
                        """)
                .bind("id", timetable.id().value())
                .bind("name", timetable.name())
                .bind("zone", hours.zone().getId())
                .bind("week", Documents.text(hours.week()))
                .bind(
                        "days",
                        Documents.text(hours.days().stream()
                                .map(SqlTimetableStore::day)
                                .toList()))
                .execute();
    }

    /** Its choices too: of sites and departments that are no more. */
    void remove(Handle handle, TimetableId id) {
        handle.createUpdate("DELETE FROM timetable_choice WHERE timetable_id = :id")
                .bind("id", id.value())
                .execute();
        handle.createUpdate("DELETE FROM timetable WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** By the id of the site or the department. */
    Map<Long, TimetableId> choices(Handle handle, Kind kind) {
        return handle.createQuery("SELECT user_id, timetable_id FROM timetable_choice WHERE kind = :kind")
                .bind("kind", kind.stored())
                .map((row, context) -> Map.entry(row.getLong("user_id"), new TimetableId(row.getLong("timetable_id"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void choose(Handle handle, Kind kind, long id, @Nullable TimetableId wanted) {
        handle.createUpdate("DELETE FROM timetable_choice WHERE kind = :kind AND user_id = :id")
                .bind("kind", kind.stored())
                .bind("id", id)
                .execute();
        if (wanted != null) {
            handle.createUpdate("""
                            INSERT INTO timetable_choice (kind, user_id, timetable_id) VALUES (:kind, :id, :timetable)
                            """)
                    .bind("kind", kind.stored())
                    .bind("id", id)
                    .bind("timetable", wanted.value())
                    .execute();
        }
    }

    private static List<List<Range>> week(String text) {
        return Arrays.stream(Documents.read(text, Range[][].class))
                .map(List::of)
                .toList();
    }

    private static Day day(SpecialDay day) {
        return new Day(day.date().toString(), day.everyYear(), day.name(), day.ranges());
    }

    private static List<SpecialDay> days(String text) {
        return Arrays.stream(Documents.read(text, Day[].class))
                .map(day -> new SpecialDay(LocalDate.parse(day.date()), day.everyYear(), day.name(), day.ranges()))
                .toList();
    }
}
