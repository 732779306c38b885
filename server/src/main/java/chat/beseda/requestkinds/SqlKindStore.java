package chat.beseda.requestkinds;

import chat.beseda.storage.Documents;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code request_kind}. */
final class SqlKindStore {

    List<RequestKind> all(Handle handle) {
        return handle.createQuery("SELECT id, document FROM request_kind ORDER BY id")
                .map((row, context) -> new RequestKind(
                        new KindId(row.getLong("id")), Documents.read(row.getString("document"), KindDraft.class)))
                .list();
    }

    void put(Handle handle, RequestKind kind) {
        handle.createUpdate("""
                        INSERT INTO request_kind (id, site_id, document) VALUES (:id, :site, :document)
                        ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, document = excluded.document
                        """)
                .bind("id", kind.id().value())
                .bind(
                        "site",
                        kind.draft().site() == null ? null : kind.draft().site().value())
                .bind("document", Documents.text(kind.draft()))
                .execute();
    }

    void remove(Handle handle, KindId id) {
        handle.createUpdate("DELETE FROM request_kind WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** How many requests there are of each kind; without those that have none. */
    Map<KindId, Integer> used(Handle handle) {
        return handle.createQuery("SELECT kind_id, COUNT(*) AS requests FROM request GROUP BY kind_id")
                .map((row, context) -> Map.entry(new KindId(row.getLong("kind_id")), row.getInt("requests")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
