package chat.beseda.worktime;

import chat.beseda.operators.OperatorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Corrections in {@code worked_correction}, and the archive's {@code archive_holding} read. */
final class SqlWorktimeStore {
    /** Nobody holds a conversation for longer and then lets it go: what ended is looked for no further back. */
    private static final long LONGEST_HELD = Duration.ofDays(92).toMillis();

    void insert(Handle handle, Correction correction) {
        handle.createUpdate("""
                        INSERT INTO worked_correction
                            (id, operator_id, day, zone, kind, seconds, reason, by_id, at, withdraws)
                        VALUES (:id, :operator, :day, :zone, :kind, :seconds, :reason, :by, :at, :withdraws)
                        """)
                .bind("id", correction.id())
                .bind("operator", correction.operator().value())
                .bind("day", correction.day().toEpochDay())
                .bind("zone", correction.zone().getId())
                .bind("kind", correction.kind().name().toLowerCase(Locale.ROOT))
                .bind("seconds", correction.seconds())
                .bind("reason", correction.reason())
                .bind("by", correction.by().value())
                .bind("at", correction.at())
                .bind("withdraws", correction.withdraws())
                .execute();
    }

    /** Of all operators, the oldest first. */
    List<Correction> corrections(Handle handle, LocalDate from, LocalDate until) {
        return handle.createQuery("""
                        SELECT * FROM worked_correction WHERE day >= :from AND day <= :until ORDER BY id
                        """)
                .bind("from", from.toEpochDay())
                .bind("until", until.toEpochDay())
                .map((row, context) -> correction(row))
                .list();
    }

    Optional<Correction> correction(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM worked_correction WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> correction(row))
                .findFirst();
    }

    boolean isWithdrawn(Handle handle, long id) {
        return handle.createQuery("SELECT COUNT(*) FROM worked_correction WHERE withdraws = :id")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Of all operators; what goes on ends at the moment given. */
    List<Held> held(Handle handle, Interval time, long now) {
        return handle.createQuery("""
                        SELECT operator_id, from_at, COALESCE(until_at, :now) AS until_at FROM archive_holding
                        WHERE from_at < :until AND from_at >= :oldest AND (until_at IS NULL OR until_at > :from)
                        UNION ALL
                        SELECT h.operator_id, h.from_at, :now FROM conversation c
                        JOIN archive_holding h ON h.conversation_id = c.id
                        WHERE c.closed_at IS NULL AND h.until_at IS NULL AND h.from_at < :oldest
                        """)
                .bind("now", now)
                .bind("from", time.from())
                .bind("until", time.until())
                .bind("oldest", time.from() - LONGEST_HELD)
                .map((row, context) -> new Held(
                        new OperatorId(row.getLong("operator_id")),
                        new Interval(row.getLong("from_at"), row.getLong("until_at"))))
                .list();
    }

    private static Correction correction(ResultSet row) throws SQLException {
        long withdraws = row.getLong("withdraws");
        @Nullable Long undone = row.wasNull() ? null : withdraws;
        return new Correction(
                row.getLong("id"),
                new OperatorId(row.getLong("operator_id")),
                LocalDate.ofEpochDay(row.getLong("day")),
                ZoneId.of(row.getString("zone")),
                Correction.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("seconds"),
                row.getString("reason"),
                new OperatorId(row.getLong("by_id")),
                row.getLong("at"),
                undone);
    }
}
