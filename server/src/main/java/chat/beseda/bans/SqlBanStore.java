package chat.beseda.bans;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code ban}. */
final class SqlBanStore {
    private static final String VISITOR = "visitor";
    private static final String ADDRESS = "address";
    private static final String SELECT =
            "SELECT id, site_id, kind, subject, visitor_id, operator_id, at, until, reason FROM ban";
    private static final String ABOUT = " WHERE site_id = :site AND kind = :kind AND subject = :subject";

    List<Ban> all(Handle handle) {
        return handle.createQuery(SELECT).map((row, context) -> ban(row)).list();
    }

    Optional<Ban> find(Handle handle, Ban.Subject subject) {
        return about(handle.createQuery(SELECT + ABOUT), subject)
                .map((row, context) -> ban(row))
                .findOne();
    }

    void put(Handle handle, Ban ban) {
        about(handle.createUpdate("DELETE FROM ban" + ABOUT), ban.subject()).execute();
        about(handle.createUpdate("""
                        INSERT INTO ban (id, site_id, kind, subject, visitor_id, operator_id, at, until, reason)
                        VALUES (:id, :site, :kind, :subject, :visitor, :operator, :at, :until, :reason)
                        """), ban.subject())
                .bind("id", ban.id())
                .bind("visitor", ban.visitor().value())
                .bind("operator", ban.operator().value())
                .bind("at", ban.at())
                .bind("until", ban.until())
                .bind("reason", ban.reason())
                .execute();
    }

    private static <S extends SqlStatement<S>> S about(S statement, Ban.Subject subject) {
        VisitorId visitor = subject.visitor();
        return statement
                .bind("site", subject.site().value())
                .bind("kind", visitor == null ? ADDRESS : VISITOR)
                .bind("subject", visitor == null ? subject.network() : Long.toString(visitor.value()));
    }

    void remove(Handle handle, long id) {
        handle.createUpdate("DELETE FROM ban WHERE id = :id").bind("id", id).execute();
    }

    void forget(Handle handle, long before) {
        handle.createUpdate("DELETE FROM ban WHERE until < :before")
                .bind("before", before)
                .execute();
    }

    private static Ban ban(ResultSet row) throws SQLException {
        long until = row.getLong("until");
        @Nullable Long end = row.wasNull() ? null : until;
        return new Ban(
                row.getLong("id"),
                new SiteId(row.getLong("site_id")),
                row.getString("kind").equals(ADDRESS) ? row.getString("subject") : null,
                new VisitorId(row.getLong("visitor_id")),
                new OperatorId(row.getLong("operator_id")),
                row.getLong("at"),
                end,
                row.getString("reason"));
    }
}
