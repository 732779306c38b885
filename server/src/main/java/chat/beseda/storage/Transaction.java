package chat.beseda.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A piece of work inside a commit. Several callers' pieces share one commit, so a piece may be run again alone when a
 * neighbour failed: it must do nothing outside the database except through {@link #afterCommit}.
 */
public final class Transaction {
    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** For {@code Sql…Store} classes only. */
    public Handle handle() {
        return handle;
    }

    /** Runs the action once the piece is durable, in commit order. It must be quick and must not block. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Runnable> actions() {
        return afterCommit;
    }
}
