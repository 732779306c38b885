package chat.beseda.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The PostgreSQL of a test run: started by the first test that asks, shared by all, stopped when the run ends. It keeps nothing
 * after a crash and is quick for it. Thread-safe.
 */
public final class PostgresServer {
    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer() {
        try {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("the tests' PostgreSQL did not start", failure);
        }
    }

    public static PostgresServer shared() {
        return Holder.SERVER;
    }

    /** Makes an empty database and returns its JDBC URL. */
    public String newDatabase() {
        String name = "beseda_" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot make the database " + name, failure);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static final class Holder {
        private static final PostgresServer SERVER = new PostgresServer();
    }
}
