package chat.beseda.shifts;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Shifts in {@code operator_shift}; of two that begin in the same millisecond the later one stands. */
final class SqlShiftStore {

    /** Writes them all in one go. */
    void put(Handle handle, List<Shift> shifts) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO operator_shift (operator_id, from_at, until_at, state, cause)
                VALUES (:operator, :from, :until, :state, :cause)
                ON CONFLICT (operator_id, from_at) DO UPDATE
                SET until_at = excluded.until_at, state = excluded.state, cause = excluded.cause
                """);
        for (Shift shift : shifts) {
            batch.bind("operator", shift.operator().value())
                    .bind("from", shift.from())
                    .bind("until", shift.until())
                    .bind("state", shift.state().name().toLowerCase(Locale.ROOT))
                    .bind("cause", shift.cause().name().toLowerCase(Locale.ROOT))
                    .add();
        }
        batch.execute();
    }

    /** The newest of each operator. */
    List<Shift> latest(Handle handle) {
        return handle.createQuery("""
                        SELECT s.* FROM operator_shift s
                        JOIN operator o ON o.id = s.operator_id
                        WHERE s.from_at =
                            (SELECT MAX(last.from_at) FROM operator_shift last WHERE last.operator_id = o.id)
                        """).map(SqlShiftStore::shift).list();
    }

    /** One after the other, so nothing before the last that began by then can reach into the time. */
    List<Shift> between(Handle handle, long from, long until) {
        return handle.createQuery("""
                        SELECT s.* FROM operator o CROSS JOIN operator_shift s
                        WHERE s.operator_id = o.id AND s.from_at < :until AND s.until_at >= :from
                          AND s.from_at >= COALESCE(
                            (SELECT MAX(last.from_at) FROM operator_shift last
                             WHERE last.operator_id = o.id AND last.from_at <= :from), 0)
                        ORDER BY s.from_at, s.operator_id
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(SqlShiftStore::shift)
                .list();
    }

    private static Shift shift(ResultSet row, StatementContext context) throws SQLException {
        return new Shift(
                new OperatorId(row.getLong("operator_id")),
                OperatorState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Shift.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getLong("from_at"),
                row.getLong("until_at"));
    }
}
