package chat.beseda.audit;

import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The record of administrative acts, written in the transaction of the act itself: neither is there without the other. */
public final class Audit {
    private final Database database;
    private final IdSource ids;
    private final InstantSource clock;
    private final SqlAuditStore store = new SqlAuditStore();

    public Audit(Database database, IdSource ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public void write(Transaction transaction, Actor actor, String act, Object about, Map<String, String> details) {
        store.insert(
                transaction.handle(),
                new AuditEntry(ids.next(), clock.millis(), actor, act, about.toString(), details));
    }

    /** The latest acts before an id, newest first. */
    public List<AuditEntry> before(long id, int limit) {
        return database.read(handle -> store.before(handle, id, limit));
    }
}
