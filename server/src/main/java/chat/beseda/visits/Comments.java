package chat.beseda.visits;

import chat.beseda.cluster.Bus;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.VisitorChanged;
import chat.beseda.visitors.VisitorId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** What operators note about visitors: everybody sees it, now and at the next visit. Blocks; thread-safe. */
public final class Comments {
    private static final int SHOWN = 100;

    private final Database database;
    private final SqlVisitStore store = new SqlVisitStore();
    private final Bus bus;
    private final IdSource ids;
    private final InstantSource clock;

    public Comments(Database database, Bus bus, IdSource ids, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes one down. Tells {@link VisitorChanged}. */
    public Comment add(OperatorId operator, VisitorId visitor, String text) {
        var comment = new Comment(ids.next(), operator, clock.millis(), text);
        return database.write(tx -> {
            store.addComment(tx.handle(), visitor, comment);
            tx.afterCommit(() -> bus.publish(new VisitorChanged(visitor)));
            return comment;
        });
    }

    /** The newest hundred about the visitors, newest first. */
    public List<Comment> about(Collection<VisitorId> visitors) {
        return database.read(handle -> store.comments(handle, visitors, SHOWN));
    }
}
