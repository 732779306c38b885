package chat.beseda.bans;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code ban}. */
final class SqlBanStore {
    private static final String VISITOR = "visitor";
    private static final String ADDRESS = "address";

    List<Ban> all(Handle handle) {
        return handle.createQuery(
                        "SELECT id, site_id, kind, subject, visitor_id, operator_id, at, until, reason FROM ban")
                .map((row, context) -> ban(row))
                .list();
    }

    void put(Handle handle, Ban ban) {
        String network = ban.network();
        String kind = network == null ? VISITOR : ADDRESS;
        String subject = network == null ? Long.toString(ban.visitor().value()) : network;
        handle.createUpdate("DELETE FROM ban WHERE site_id = :site AND kind = :kind AND subject = :subject")
                .bind("site", ban.site().value())
                .bind("kind", kind)
                .bind("subject", subject)
                .execute();
        handle.createUpdate("""
                        INSERT INTO ban (id, site_id, kind, subject, visitor_id, operator_id, at, until, reason)
                        VALUES (:id, :site, :kind, :subject, :visitor, :operator, :at, :until, :reason)
                        """)
                .bind("id", ban.id())
                .bind("site", ban.site().value())
                .bind("kind", kind)
                .bind("subject", subject)
                .bind("visitor", ban.visitor().value())
                .bind("operator", ban.operator().value())
                .bind("at", ban.at())
                .bind("until", ban.until())
                .bind("reason", ban.reason())
                .execute();
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
