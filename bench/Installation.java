import chat.beseda.cluster.LocalBus;
import chat.beseda.people.People;
import chat.beseda.reports.Packer;
import chat.beseda.security.Passwords;
import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import chat.beseda.storage.IdSource;
import chat.beseda.worktime.Worktime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An installation with fifty operators whose rows are written past the server, while it rests, because years don't fit into minutes.
 *
 * @param prefix of the figures' keys: none for the engine that everybody begins with
 * @param url of its database
 */
record Installation(String prefix, Path data, Map<String, String> settings, String url) {
    static final int OPERATORS = 50;
    private static final long FIRST_OPERATOR = 1_000;

    /** What is measured on one engine. */
    interface Measure {
        void on(Installation installation) throws Exception;
    }

    /** Measures on the engines that were asked for: with --quick on SQLite only. */
    static void onEach(Run run, Measure measure) throws Exception {
        String engine = run.options().word("engine", run.quick() ? "sqlite" : "both");
        if (!engine.equals("postgres")) {
            Path data = run.scratch().file("data");
            String file = "jdbc:sqlite:" + data.resolve("beseda.db");
            measure.on(new Installation("", data, Map.of(), file));
        }
        if (!engine.equals("sqlite")) {
            try (Postgres postgres = Postgres.start(run.scratch().file("postgres"))) {
                String url = postgres.create("beseda");
                Path data = run.scratch().file("postgres-data");
                measure.on(new Installation("postgres_", data, Map.of("BESEDA_DB_URL", url), url));
            }
        } else if (run.quick()) {
            run.report().note("--quick measures SQLite only; --engine postgres measures the other one.");
        }
    }

    Server start(Run run, Product product) throws Exception {
        return Server.start(run, product, data, settings);
    }

    boolean isSqlite() {
        return url.startsWith("jdbc:sqlite:");
    }

    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(isSqlite() ? url : url + "&reWriteBatchedInserts=true");
        if (isSqlite()) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=OFF");
                statement.execute("PRAGMA cache_size=-200000");
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    static List<Long> operators() {
        var ids = new ArrayList<Long>();
        for (int at = 0; at < OPERATORS; at++) {
            ids.add(FIRST_OPERATOR + at);
        }
        return ids;
    }

    void addOperators(Connection connection) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("""
                INSERT INTO operator (id, name, email, title, role, state, capacity, locale, theme, disabled, created_at, password)
                VALUES (?, ?, ?, 'Consultant', 'operator', 'off', 5, 'ru', 'auto', 0, 0, 'none')
                """)) {
            for (long id : operators()) {
                row.setLong(1, id);
                row.setString(2, "Оператор " + id);
                row.setString(3, "o%d@example.com".formatted(id));
                row.addBatch();
            }
            row.executeBatch();
        }
        connection.commit();
    }

    /** Does at once what PostgreSQL does by itself in the days in which rows of a year come one by one. */
    void rest() throws SQLException {
        if (isSqlite()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Does in one go what the server's packer does in its free time. */
    void packDays() {
        DatabaseAddress address = isSqlite()
                ? new DatabaseAddress.SqliteFile(data.resolve("beseda.db"))
                : new DatabaseAddress.PostgresServer(url);
        Clock clock = Clock.systemUTC();
        try (Database database = Database.open(address, broken -> {});
                var bus = new LocalBus()) {
            var ids = new IdSource(clock);
            var people =
                    People.of(database, bus, ids, clock, new Passwords(Passwords.KIBIBYTES), data.resolve("photos"));
            var worktime = new Worktime(database, ids, people.shifts(), people.audit(), clock);
            new Packer(database, worktime, clock).catchUp();
        }
    }

    void add(Run run, Figure figure) {
        run.report()
                .add(new Figure(
                        prefix + figure.key(),
                        figure.value(),
                        figure.unit(),
                        figure.limit(),
                        figure.floor(),
                        figure.floorName()));
    }
}
