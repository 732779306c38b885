import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The conversations as the database has them.
 *
 * @param chats by the name operators know
 * @param names from either side's name of a conversation to that of the operators
 */
record StoredLog(Map<String, Chat> chats, Map<String, String> names) {
    private static final String[] AUTHORS = {"system", "visitor", "operator"};
    private static final String[] STREAMS = {"public", "internal"};

    /** @param person the operator whom a joined or left event names */
    record Row(long seq, String cid, String author, String type, String text, String person) {}

    /**
     * A conversation.
     *
     * @param owner empty while nobody has it
     * @param tops what its header says about the streams' ends
     */
    record Chat(String id, String owner, Map<String, Long> tops, Map<String, List<Row>> streams) {
        List<Row> rows(String stream) {
            return streams.getOrDefault(stream, List.of());
        }
    }

    /** Reads the file of a server that is down, or up: a reader disturbs nobody. */
    static StoredLog ofSqlite(Path database) throws SQLException {
        return of("jdbc:sqlite:file:" + database + "?mode=ro");
    }

    static StoredLog of(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            var log = new StoredLog(new LinkedHashMap<>(), new HashMap<>());
            log.readChats(connection);
            log.readEvents(connection);
            return log;
        }
    }

    private void readChats(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id, visitor_key, owner_id, public_top, internal_top FROM conversation ORDER BY id")) {
            while (rows.next()) {
                String id = rows.getString(1);
                String owner = rows.getString(3);
                Map<String, Long> tops = Map.of("public", rows.getLong(4), "internal", rows.getLong(5));
                chats.put(id, new Chat(id, owner == null ? "" : owner, tops, new HashMap<>()));
                names.put(id, id);
                names.put(rows.getString(2), id);
            }
        }
    }

    private void readEvents(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT conversation_id, stream, seq, author_kind, author_id, client_id, body
                        FROM event ORDER BY conversation_id, stream, seq""")) {
            while (rows.next()) {
                int kind = rows.getInt(4);
                String author = AUTHORS[kind] + ":" + (kind == 2 ? rows.getString(5) : "");
                String cid = rows.getString(6);
                JsonNode body = JsonMapper.shared().readTree(rows.getString(7));
                var row = new Row(
                        rows.getLong(3),
                        cid == null ? "" : cid,
                        author,
                        body.path("type").asString(),
                        body.path("text").asString(""),
                        body.path("operator").asString(""));
                chats.get(rows.getString(1))
                        .streams()
                        .computeIfAbsent(STREAMS[rows.getInt(2)], first -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** The conversation by either side's name; null when there is none. */
    Chat chat(String name) {
        return chats.get(names.getOrDefault(name, name));
    }

    /** An own copy that may be damaged to see whether the checker notices. */
    StoredLog copy() {
        Map<String, Chat> copied = new LinkedHashMap<>();
        chats.forEach((id, chat) -> {
            Map<String, List<Row>> streams = new HashMap<>();
            chat.streams.forEach((stream, rows) -> streams.put(stream, new ArrayList<>(rows)));
            copied.put(id, new Chat(id, chat.owner, chat.tops, streams));
        });
        return new StoredLog(copied, names);
    }
}
