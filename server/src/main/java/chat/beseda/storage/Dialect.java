package chat.beseda.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The little that SQLite and PostgreSQL do not share: type words of migrations, and what an error means. */
public enum Dialect {
    SQLITE {
        @Override
        Map<String, String> migrationWords() {
            return Map.of("without_rowid", "WITHOUT ROWID", "bytes", "BLOB");
        }

        @Override
        public String holdingRows() {
            return "";
        }

        @Override
        String tablesNamed() {
            return "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = :name";
        }

        @Override
        String tablesInOrderOfMaking() {
            return """
                    SELECT name FROM sqlite_master
                    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'flyway_schema_history'
                      AND name NOT LIKE 'archive_%'
                    ORDER BY rowid
                    """;
        }

        @Override
        StorageTrouble troubleOf(SQLException failure) {
            // The index of the log has to grow before the log itself may: no room, and no fault of the disk.
            if (failure instanceof SQLiteException own && own.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE) {
                return StorageTrouble.FULL;
            }
            return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
                case SQLITE_FULL -> StorageTrouble.FULL;
                case SQLITE_BUSY, SQLITE_LOCKED -> StorageTrouble.BUSY;
                case SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB -> StorageTrouble.BROKEN;
                // A third party's enum that grows: everything else is a fault of our own statement.
                default -> StorageTrouble.STATEMENT;
            };
        }
    },
    POSTGRES {
        @Override
        Map<String, String> migrationWords() {
            return Map.of("without_rowid", "", "bytes", "BYTEA");
        }

        @Override
        public String holdingRows() {
            return "FOR UPDATE";
        }

        @Override
        String tablesNamed() {
            return """
                    SELECT COUNT(*) FROM pg_class
                    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname = :name
                    """;
        }

        @Override
        String tablesInOrderOfMaking() {
            return """
                    SELECT relname FROM pg_class
                    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
                      AND relname <> 'flyway_schema_history' AND relname NOT LIKE 'archive_%'
                    ORDER BY oid
                    """;
        }

        @Override
        StorageTrouble troubleOf(SQLException failure) {
            String state = failure.getSQLState();
            if (state == null || state.startsWith("08") || state.startsWith("57P")) {
                return StorageTrouble.UNREACHABLE;
            }
            if (state.startsWith("53")) {
                return StorageTrouble.FULL;
            }
            return state.startsWith("40") || state.startsWith("55") ? StorageTrouble.BUSY : StorageTrouble.STATEMENT;
        }
    };

    /** Placeholders of the migration files, name to text. */
    abstract Map<String, String> migrationWords();

    /** The end of a SELECT whose rows nobody else may change before the transaction ends; SQLite has one writer anyway. */
    public abstract String holdingRows();

    /** The folder of migrations that only this engine runs. */
    String migrationFolder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Our tables, parents before children, without those that are made from the others ({@code archive_…}). */
    List<String> tables(Handle handle) {
        return handle.createQuery(tablesInOrderOfMaking()).mapTo(String.class).list();
    }

    boolean hasTable(Handle handle, String name) {
        return handle.createQuery(tablesNamed())
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    abstract String tablesNamed();

    abstract String tablesInOrderOfMaking();

    abstract StorageTrouble troubleOf(SQLException failure);

    /** Finds the engine's own error under whatever wrapped it. */
    StorageTrouble troubleUnder(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return StorageTrouble.BUSY;
            }
            if (cause instanceof SQLException sql) {
                return troubleOf(sql);
            }
        }
        return StorageTrouble.STATEMENT;
    }
}
