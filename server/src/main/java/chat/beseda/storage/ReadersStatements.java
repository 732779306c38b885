package chat.beseda.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.sqlite.SQLiteConnection;

/**
 * Lets each pooled SQLite connection keep its prepared statements from one borrower to the next. They are prepared past the pool,
 * which would close them when the connection is handed back. Thread-safe; a connection has one borrower at a time.
 */
final class ReadersStatements implements StatementBuilderFactory {
    private final Map<SQLiteConnection, KeptStatements> kept = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection pooled) {
        try {
            SQLiteConnection own = pooled.unwrap(SQLiteConnection.class);
            KeptStatements known = kept.get(own);
            return known == null ? takeUp(own) : known;
        } catch (SQLException gone) {
            return new KeptStatements(pooled);
        }
    }

    /** A new connection is rare, and the moment to forget those the pool has closed. */
    private KeptStatements takeUp(SQLiteConnection own) {
        kept.keySet().removeIf(ReadersStatements::isClosed);
        return kept.computeIfAbsent(own, KeptStatements::new);
    }

    private static boolean isClosed(SQLiteConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }
}
