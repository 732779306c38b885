import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine without us: batches of rows of the same shape as our log, each batch one durable commit, with and without an index
 * for searching words.
 */
final class BareEngine {
    private static final int BATCH = 64;
    private static final String TABLE = """
            CREATE TABLE bare_event (
                conversation_id BIGINT NOT NULL, stream INTEGER NOT NULL, seq BIGINT NOT NULL, at BIGINT NOT NULL,
                author_kind INTEGER NOT NULL, author_id BIGINT NOT NULL, client_id TEXT, body TEXT NOT NULL%s,
                PRIMARY KEY (conversation_id, stream, seq))%s""";
    private static final String SENT = "CREATE UNIQUE INDEX bare_event_sent ON bare_event "
            + "(author_kind, author_id, client_id, conversation_id) WHERE client_id IS NOT NULL";
    private static final String INSERT = "INSERT INTO bare_event "
            + "(conversation_id, stream, seq, at, author_kind, author_id, client_id, body) VALUES (?, 0, ?, ?, 1, ?, ?, ?)";

    private final Connection connection;
    private final boolean sqlite;

    private BareEngine(Connection connection, boolean sqlite) {
        this.connection = connection;
        this.sqlite = sqlite;
    }

    /** Durable rows a second in batches. */
    static double perSecond(String url, boolean words, int seconds) throws SQLException {
        boolean sqlite = url.startsWith("jdbc:sqlite:");
        try (Connection connection = DriverManager.getConnection(url)) {
            var engine = new BareEngine(connection, sqlite);
            engine.prepare(words);
            return engine.measure(words, seconds);
        }
    }

    private void prepare(boolean words) throws SQLException {
        List<String> commands = new ArrayList<>();
        if (sqlite) {
            commands.add("PRAGMA journal_mode=WAL");
            commands.add("PRAGMA synchronous=FULL");
        }
        commands.add("DROP TABLE IF EXISTS bare_event");
        String searched =
                words && !sqlite ? ", words tsvector GENERATED ALWAYS AS (to_tsvector('russian', body)) STORED" : "";
        commands.add(TABLE.formatted(searched, sqlite ? " WITHOUT ROWID" : ""));
        commands.add(SENT);
        if (words && sqlite) {
            commands.add("CREATE VIRTUAL TABLE bare_words USING fts5(body, content='')");
        } else if (words) {
            commands.add("CREATE INDEX bare_words ON bare_event USING gin (words)");
        }
        try (Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
        connection.setAutoCommit(false);
    }

    private double measure(boolean words, int seconds) throws SQLException {
        boolean second = words && sqlite;
        long stored = 0;
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement index = second
                        ? connection.prepareStatement("INSERT INTO bare_words (rowid, body) VALUES (?, ?)")
                        : null) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < seconds * 1_000_000_000L) {
                for (int at = 0; at < BATCH; at++) {
                    add(insert, index, stored++);
                }
                insert.executeBatch();
                if (index != null) {
                    index.executeBatch();
                }
                connection.commit();
            }
            return stored / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static void add(PreparedStatement insert, PreparedStatement index, long number) throws SQLException {
        String text = Texts.line((int) number);
        insert.setLong(1, 7_000_000_000L + number % 1_000);
        insert.setLong(2, 1 + number / 1_000);
        insert.setLong(3, 1_760_000_000_000L + number);
        insert.setLong(4, number % 500);
        insert.setString(5, "%022d".formatted(Long.reverse(number) >>> 1));
        insert.setString(6, "{\"type\":\"message\",\"text\":\"" + text + "\"}");
        insert.addBatch();
        if (index != null) {
            index.setLong(1, number + 1);
            index.setString(2, text);
            index.addBatch();
        }
    }
}
