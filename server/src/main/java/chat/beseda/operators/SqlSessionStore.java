package chat.beseda.operators;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

final class SqlSessionStore {

    /** A row: the session and the digest of its secret. */
    record Stored(String digest, OperatorSession session) {}

    List<Stored> all(Handle handle) {
        return handle.createQuery(
                        "SELECT id, digest, operator_id, created_at, seen_at, address, agent FROM operator_session")
                .map((row, context) -> new Stored(
                        row.getString("digest"),
                        new OperatorSession(
                                row.getString("id"),
                                new OperatorId(row.getLong("operator_id")),
                                row.getLong("created_at"),
                                row.getLong("seen_at"),
                                row.getString("address"),
                                row.getString("agent"))))
                .list();
    }

    void insert(Handle handle, String digest, OperatorSession session) {
        handle.createUpdate("""
                        INSERT INTO operator_session (id, digest, operator_id, created_at, seen_at, address, agent)
                        VALUES (:id, :digest, :operator, :createdAt, :seenAt, :address, :agent)
                        """)
                .bind("id", session.id())
                .bind("digest", digest)
                .bind("operator", session.operator().value())
                .bind("createdAt", session.createdAt())
                .bind("seenAt", session.seenAt())
                .bind("address", session.address())
                .bind("agent", session.agent())
                .execute();
    }

    /** The sessions of an operator as the transaction sees them, newest first. */
    List<String> idsOf(Handle handle, OperatorId operator) {
        return handle.createQuery(
                        "SELECT id FROM operator_session WHERE operator_id = :operator ORDER BY created_at DESC, id")
                .bind("operator", operator.value())
                .mapTo(String.class)
                .list();
    }

    void delete(Handle handle, String id) {
        handle.createUpdate("DELETE FROM operator_session WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Keeps the signs of life, of the sessions and of their operators. */
    void updateSeen(Handle handle, Collection<OperatorSession> sessions) {
        for (OperatorSession session : sessions) {
            handle.createUpdate("UPDATE operator_session SET seen_at = :seenAt WHERE id = :id")
                    .bind("id", session.id())
                    .bind("seenAt", session.seenAt())
                    .execute();
            handle.createUpdate("""
                            UPDATE operator SET last_seen_at = :seenAt
                            WHERE id = :operator AND (last_seen_at IS NULL OR last_seen_at < :seenAt)
                            """)
                    .bind("operator", session.operator().value())
                    .bind("seenAt", session.seenAt())
                    .execute();
        }
    }
}
