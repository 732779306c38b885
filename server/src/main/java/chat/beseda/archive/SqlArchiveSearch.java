package chat.beseda.archive;

import chat.beseda.archive.Archived.Origin;
import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Dialect;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads the archive. A search walks its words' places from the newest down and stops when the page is full, so its price is that of
 * the page and not of everything found.
 */
final class SqlArchiveSearch {
    private static final String COLUMNS = """
            c.conversation_id, c.site_id, c.department_id, c.visitor_id, c.opened_at, c.closed_at, c.owner_id, c.taken_at,
            c.first_answer_ms, c.answers, c.longest_wait_ms, c.visitor_messages + c.operator_messages, c.files, c.missed,
            c.score, c.language, c.page, c.page_title, c.country, c.region, c.city, c.source
            """;
    /** The best of the newest so many. */
    private static final int RANKED = 3_000;

    private static final int LATE_SHOWN = 20;

    private final Dialect dialect;

    SqlArchiveSearch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Newest first, below an id. */
    List<Archived> newest(Handle handle, SqlWanted wanted, long before, int limit) {
        String newest = "SELECT " + COLUMNS + wanted.from() + " ORDER BY " + wanted.id() + " DESC LIMIT :limit";
        return wanted.bound(handle.createQuery(newest), before)
                .bind("limit", limit)
                .map(SqlArchiveSearch::row)
                .list();
    }

    /** The best of the newest, after so many. */
    List<Archived> best(Handle handle, SqlWanted wanted, int after, int limit) {
        String rank = switch (dialect) {
            case SQLITE -> "bm25(archive_words)";
            case POSTGRES -> "-ts_rank(w.words, CAST(:words AS tsquery))";
        };
        String ranked = "SELECT c.conversation_id AS id, " + rank + " AS rank " + wanted.from() + " ORDER BY "
                + wanted.id() + " DESC LIMIT " + RANKED;
        return wanted.bound(handle.createQuery("SELECT " + COLUMNS + " FROM (" + ranked + """
                        ) AS ranked JOIN archive_conversation c ON c.conversation_id = ranked.id
                        ORDER BY ranked.rank, ranked.id DESC LIMIT :limit OFFSET :after
                        """), Long.MAX_VALUE)
                .bind("after", after)
                .bind("limit", limit)
                .map(SqlArchiveSearch::row)
                .list();
    }

    /** How many there are, counted to the limit. */
    int count(Handle handle, SqlWanted wanted, int limit) {
        return wanted.bound(
                        handle.createQuery(
                                "SELECT COUNT(*) FROM (SELECT 1 " + wanted.from() + " LIMIT :limit) AS found"),
                        Long.MAX_VALUE)
                .bind("limit", limit)
                .mapTo(int.class)
                .one();
    }

    Archive.Size size(Handle handle, SqlWanted wanted) {
        String sums = "SELECT COUNT(*), COALESCE(SUM(c.visitor_messages + c.operator_messages), 0), "
                + "COALESCE(SUM(c.notes), 0)" + wanted.from();
        return wanted.bound(handle.createQuery(sums), Long.MAX_VALUE)
                .map((row, context) -> new Archive.Size(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    private static Archived row(ResultSet row, StatementContext context) throws SQLException {
        Long department = number(row, 3);
        Long owner = number(row, 7);
        Long score = number(row, 15);
        return new Archived(
                new ConversationId(row.getLong(1)),
                new SiteId(row.getLong(2)),
                department == null ? null : new DepartmentId(department),
                new VisitorId(row.getLong(4)),
                row.getLong(5),
                number(row, 6),
                owner == null ? null : new OperatorId(owner),
                number(row, 8),
                number(row, 9),
                row.getInt(10),
                number(row, 11),
                row.getInt(12),
                row.getInt(13),
                row.getInt(14) == 1,
                score == null ? null : Integer.valueOf(score.intValue()),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                new Origin(row.getString(19), row.getString(20), row.getString(21)),
                row.getString(22),
                List.of(),
                List.of());
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** The same with their holdings, and with the answers that took longer. */
    List<Archived> complete(Handle handle, List<Archived> rows, long late) {
        List<ConversationId> ids = rows.stream().map(Archived::id).toList();
        Map<ConversationId, List<Holding>> holdings = holdings(handle, ids);
        Map<ConversationId, List<Summary.Answer>> answers = late(handle, ids, late, LATE_SHOWN);
        return rows.stream()
                .map(row ->
                        row.with(holdings.getOrDefault(row.id(), List.of()), answers.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Of each conversation, in their order. */
    private static Map<ConversationId, List<Holding>> holdings(
            Handle handle, Collection<ConversationId> conversations) {
        var found = new HashMap<ConversationId, List<Holding>>();
        if (!conversations.isEmpty()) {
            handle.createQuery("""
                            SELECT * FROM archive_holding WHERE conversation_id IN (<ids>) ORDER BY conversation_id, nth
                            """)
                    .bindList(
                            "ids",
                            conversations.stream().map(ConversationId::value).toList())
                    .map((row, context) -> {
                        found.computeIfAbsent(
                                        new ConversationId(row.getLong("conversation_id")), id -> new ArrayList<>())
                                .add(holding(row));
                        return true;
                    })
                    .list();
        }
        return found;
    }

    static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                new OperatorId(row.getLong("operator_id")),
                row.getLong("from_at"),
                number(row, row.findColumn("until_at")),
                Holding.Ended.of(row.getString("ended")),
                number(row, row.findColumn("first_answer_at")),
                number(row, row.findColumn("last_answer_at")),
                row.getInt("answers"),
                row.getLong("answer_sum_ms"),
                number(row, row.findColumn("longest_wait_ms")));
    }

    /** Answers that took longer, of each conversation the first so many. */
    private static Map<ConversationId, List<Summary.Answer>> late(
            Handle handle, Collection<ConversationId> conversations, long after, int most) {
        var found = new HashMap<ConversationId, List<Summary.Answer>>();
        if (!conversations.isEmpty()) {
            handle.createQuery("""
                            SELECT conversation_id, seq, operator_id, at, wait_ms FROM archive_answer
                            WHERE conversation_id IN (<ids>) AND wait_ms > :after ORDER BY conversation_id, seq
                            """)
                    .bindList(
                            "ids",
                            conversations.stream().map(ConversationId::value).toList())
                    .bind("after", after)
                    .map((row, context) -> {
                        List<Summary.Answer> list =
                                found.computeIfAbsent(new ConversationId(row.getLong(1)), id -> new ArrayList<>());
                        if (list.size() < most) {
                            list.add(new Summary.Answer(
                                    row.getLong(2), new OperatorId(row.getLong(3)), row.getLong(4), row.getLong(5)));
                        }
                        return true;
                    })
                    .list();
        }
        return found;
    }

    /** Some conversations by their ids, the newest first. */
    List<Archived> byIds(Handle handle, Collection<ConversationId> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT " + COLUMNS + """
                         FROM archive_conversation c WHERE c.conversation_id IN (<ids>) ORDER BY c.conversation_id DESC
                        """)
                        .bindList("ids", ids.stream().map(ConversationId::value).toList())
                        .map(SqlArchiveSearch::row)
                        .list();
    }

    /** The words of a column and how many conversations have each, the most frequent first. */
    List<Archive.Choice> choices(Handle handle, String column, Set<SiteId> sites, int limit) {
        return handle.createQuery("""
                        SELECT %1$s, COUNT(*) FROM archive_conversation WHERE site_id IN (<sites>) AND %1$s <> ''
                        GROUP BY %1$s ORDER BY 2 DESC, 1 LIMIT :limit
                        """.formatted(column.toLowerCase(Locale.ROOT)))
                .bindList("sites", sites.stream().map(SiteId::value).toList())
                .bind("limit", limit)
                .map((row, context) -> new Archive.Choice(row.getString(1), row.getInt(2)))
                .list();
    }

    List<Archive.City> cities(Handle handle, Set<SiteId> sites, int limit) {
        return handle.createQuery("""
                        SELECT MAX(country), MAX(region), city, COUNT(*) FROM archive_conversation
                        WHERE site_id IN (<sites>) AND city <> '' GROUP BY city ORDER BY 4 DESC, 3 LIMIT :limit
                        """)
                .bindList("sites", sites.stream().map(SiteId::value).toList())
                .bind("limit", limit)
                .map((row, context) -> new Archive.City(
                        new Origin(row.getString(1), row.getString(2), row.getString(3)), row.getInt(4)))
                .list();
    }
}
