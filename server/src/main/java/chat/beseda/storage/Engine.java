package chat.beseda.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/** How to reach one of the two engines: its URL, the writer's connection and the readers' pool. */
record Engine(Dialect dialect, String url, Properties writing, Properties reading, int readerCount) {
    private static final int SQLITE_READERS = 4;
    private static final int POSTGRES_READERS = 8;
    private static final int BUSY_TIMEOUT_MS = 2_000;

    /**
     * After some uses PostgreSQL plans a prepared statement for any values at all: a search for a rare word was then read through as
     * one for a common word. Compiling a plan costs more than most of our questions.
     */
    private static final String PLANNED_FOR_WHAT_IS_ASKED = "SET plan_cache_mode = force_custom_plan; SET jit = off";

    /**
     * Of 4 KiB, before SQLite carries its log over to the file, with two syncs more. A busy commit writes 200, so the standard
     * 1,000 would sync twice as often; in the log a page that changes again and again is carried over once.
     */
    private static final int PAGES_IN_LOG = 4_000;

    static Engine of(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile(Path path) -> sqlite(path);
            case DatabaseAddress.PostgresServer(String url) ->
                new Engine(Dialect.POSTGRES, url, postgres(), postgres(), POSTGRES_READERS);
        };
    }

    /** The server's details of an error quote values: they stay out of messages as {@link #silent} says. */
    private static Properties postgres() {
        var properties = new Properties();
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** WAL with FULL: an acknowledged message survives a power cut (measured: FULL loses none, NORMAL hundreds). */
    private static Engine sqlite(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new DatabaseRefusal("folder_not_writable", "cannot create the data folder " + folder, failure);
        }
        if (!Files.isWritable(folder)) {
            throw new DatabaseRefusal("folder_not_writable", "the data folder " + folder + " is not writable", null);
        }
        var writing = new SQLiteConfig();
        writing.setJournalMode(JournalMode.WAL);
        writing.setSynchronous(SynchronousMode.FULL);
        writing.setTransactionMode(TransactionMode.IMMEDIATE);
        writing.setBusyTimeout(BUSY_TIMEOUT_MS);
        writing.enforceForeignKeys(true);
        var reading = new SQLiteConfig();
        reading.setOpenMode(SQLiteOpenMode.READONLY);
        reading.resetOpenMode(SQLiteOpenMode.READWRITE);
        reading.resetOpenMode(SQLiteOpenMode.CREATE);
        reading.setBusyTimeout(BUSY_TIMEOUT_MS);
        return new Engine(
                Dialect.SQLITE, "jdbc:sqlite:" + path, writing.toProperties(), reading.toProperties(), SQLITE_READERS);
    }

    /** The address as people may see it: what follows the question mark may hold a password. */
    String name() {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, writing);
    }

    Handle connectWriter() {
        Handle writer = silent(Jdbi.create(this::connect)).open();
        switch (dialect) {
            case SQLITE -> {
                writer.setStatementBuilder(new KeptStatements(writer.getConnection()));
                writer.execute("PRAGMA wal_autocheckpoint = " + PAGES_IN_LOG);
            }
            // Its driver keeps prepared statements itself.
            case POSTGRES -> {}
        }
        return writer;
    }

    /** The readers' door to the pool. */
    Jdbi reading(HikariDataSource pool) {
        Jdbi jdbi = silent(Jdbi.create(pool));
        switch (dialect) {
            case SQLITE -> jdbi.setStatementBuilderFactory(new ReadersStatements());
            case POSTGRES -> {}
        }
        return jdbi;
    }

    /** What is bound to a statement are people's words and addresses: they stay out of messages, and so out of the log. */
    static Jdbi silent(Jdbi jdbi) {
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    HikariDataSource readers() {
        var pool = new HikariConfig();
        pool.setPoolName("store-readers");
        pool.setJdbcUrl(url);
        pool.setDataSourceProperties(reading);
        pool.setMaximumPoolSize(readerCount);
        pool.setMinimumIdle(1);
        pool.setReadOnly(true);
        pool.setConnectionTimeout(5_000);
        switch (dialect) {
            case SQLITE -> {}
            case POSTGRES -> pool.setConnectionInitSql(PLANNED_FOR_WHAT_IS_ASKED);
        }
        return new HikariDataSource(pool);
    }
}
