package chat.beseda.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the prepared statements of one connection for the next use. Preparing the four statements of a message costs SQLite
 * 100 µs, twice as much as running them. For one thread, as the connection is.
 */
final class KeptStatements extends DefaultStatementBuilder {
    static final int MOST = 128;

    private final Connection owner;
    private final Map<String, PreparedStatement> idle = new HashMap<>();
    private final IdentityHashMap<Statement, String> busy = new IdentityHashMap<>();

    /** @param owner where everything is prepared, also when a pool's wrapper of it is handed over */
    KeptStatements(Connection owner) {
        this.owner = owner;
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept == null ? super.create(owner, sql, context) : kept;
        busy.put(statement, sql);
        return statement;
    }

    /** Jdbi hands over the text as it was written; only we know as what it was prepared. */
    @Override
    public void close(Connection connection, String written, Statement statement) throws SQLException {
        @Nullable String sql = busy.remove(statement);
        if (sql != null
                && idle.size() < MOST
                && !idle.containsKey(sql)
                && statement instanceof PreparedStatement prepared
                && isReadToTheEnd(sql, prepared)) {
            idle.put(sql, prepared);
        } else {
            super.close(owner, written, statement);
        }
    }

    /**
     * Lets go of an answer that nobody read: SQLite would take the statement for one still at work, and not commit. That of a
     * query Jdbi has closed by now, and to ask for it once more would read the names of all its columns.
     */
    private static boolean isReadToTheEnd(String sql, PreparedStatement statement) throws SQLException {
        if (sql.startsWith("SELECT")) {
            return !statement.isClosed();
        }
        try (ResultSet unread = statement.getResultSet()) {
            return !statement.isClosed();
        } catch (SQLException stillOpen) {
            return false;
        }
    }
}
