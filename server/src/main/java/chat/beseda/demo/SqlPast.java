package chat.beseda.demo;

import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a past in which nobody was watched, written all at once: by the tens of thousands, which the verbs of the product would
 * take minutes for. For one thread.
 */
final class SqlPast {
    private static final int AT_ONCE = 2_000;

    private final Database database;
    private final Map<Into, List<@Nullable Object[]>> rows = new EnumMap<>(Into.class);

    SqlPast(Database database) {
        this.database = database;
    }

    /** The tables, in the order in which they refer to each other. */
    enum Into {
        VISITOR("""
                INSERT INTO visitor (id, site_id, number, first_seen_at, last_seen_at, visits) VALUES (?, ?, ?, ?, ?, ?)"""),
        VISITOR_NUMBER("UPDATE visitor_number SET last = ? WHERE site_id = ?"),
        /** Of somebody who asked. */
        VISITOR_CAME("UPDATE visitor SET first_seen_at = ?, visits = ? WHERE id = ?"),
        VISIT("""
                INSERT INTO visit (id, visitor_id, site_id, started_at, last_at, pages, entry, referrer)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""),
        PAGE_VIEW("INSERT INTO page_view (visit_id, number, at, url, title) VALUES (?, ?, ?, ?, ?)"),
        GOAL("""
                INSERT INTO goal (id, site_id, visitor_id, visit_id, at, name, value) VALUES (?, ?, ?, ?, ?, ?, ?)"""),
        CONVERSATION("UPDATE conversation SET department_id = ?, language = ? WHERE id = ?"),
        ORIGIN("""
                INSERT INTO conversation_origin (conversation_id, country, region, city) VALUES (?, ?, ?, ?)"""),
        RATING("INSERT INTO rating (conversation_id, score, scale, comment, at) VALUES (?, ?, 'stars', ?, ?)"),
        TAG("""
                INSERT INTO conversation_tag (tag_id, conversation_id, operator_id, at) VALUES (?, ?, ?, ?)"""),
        OFFER("""
                INSERT INTO offer_log (offered_at, operator_id, ended_at, outcome, conversation_id, site_id)
                SELECT ?, ?, ?, ?, id, site_id FROM conversation WHERE id = ?"""),
        SHIFT("""
                INSERT INTO operator_shift (operator_id, from_at, until_at, state, cause) VALUES (?, ?, ?, ?, ?)""");

        private final String statement;

        Into(String statement) {
            this.statement = statement;
        }
    }

    /** How many visitors a site has. */
    long visitors(SiteId site) {
        return database.read(handle -> handle.createQuery("SELECT last FROM visitor_number WHERE site_id = :site")
                .bind("site", site.value())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    /** Keeps a row in mind; its cells are numbers, texts and nulls as the statement has places for them. */
    void add(Into table, @Nullable Object... cells) {
        rows.computeIfAbsent(table, none -> new ArrayList<>()).add(cells);
    }

    /** Writes them; returns how many there were. */
    int write() {
        return database.write(transaction -> {
            int count = 0;
            for (Map.Entry<Into, List<@Nullable Object[]>> table : rows.entrySet()) {
                write(transaction.handle(), table.getKey(), table.getValue());
                count += table.getValue().size();
            }
            return count;
        });
    }

    private static void write(Handle handle, Into table, List<@Nullable Object[]> rows) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(table.statement)) {
            int waiting = 0;
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
                if (++waiting % AT_ONCE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException trouble) {
            throw new IllegalStateException("the demo's past was not written: " + table, trouble);
        }
    }
}
