import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that keeps its word: unlike that of the tests, it waits for the disk at each commit. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    static Postgres start(Path folder) throws IOException, SQLException {
        ((Logger) LoggerFactory.getLogger("io.zonky")).setLevel(Level.WARN);
        var postgres = new Postgres(EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(folder.resolve("cluster"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .start());
        try (Connection connection = DriverManager.getConnection(postgres.url("postgres"));
                Statement statement = connection.createStatement()) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new IllegalStateException(setting + " should be on, it is " + row.getString(1));
                    }
                }
            }
        }
        return postgres;
    }

    /** Makes an empty database and tells its address. */
    String create(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    private String url(String name) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(server.getPort(), name);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
