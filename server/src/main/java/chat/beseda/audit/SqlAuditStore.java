package chat.beseda.audit;

import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlAuditStore {

    void insert(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        INSERT INTO audit (id, at, operator_id, address, act, about, details)
                        VALUES (:id, :at, :operator, :address, :act, :about, :details)
                        """)
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bind("operator", entry.actor().operator())
                .bind("address", entry.actor().address())
                .bind("act", entry.act())
                .bind("about", entry.about())
                .bind("details", Documents.text(new TreeMap<>(entry.details())))
                .execute();
    }

    List<AuditEntry> before(Handle handle, long id, int limit) {
        return handle.createQuery("""
                        SELECT id, at, operator_id, address, act, about, details
                        FROM audit WHERE id < :id ORDER BY id DESC LIMIT :limit
                        """)
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        long operator = row.getLong("operator_id");
        @Nullable Long known = row.wasNull() ? null : operator;
        return new AuditEntry(
                row.getLong("id"),
                row.getLong("at"),
                new Actor(known, row.getString("address")),
                row.getString("act"),
                row.getString("about"),
                Documents.strings(row.getString("details")));
    }
}
