package chat.beseda.archive;

import chat.beseda.archive.Archived.Origin;
import chat.beseda.conversations.ConversationId;
import chat.beseda.operators.OperatorId;
import chat.beseda.settings.Lateness;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Dialect;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
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
            c.score, c.language, c.page, c.page_title, c.country, c.region, c.city, c.source,
            c.longest_open_ms
            """;
    /** The best of the newest so many. */
    private static final int RANKED = 3_000;

    private static final int LATE_SHOWN = 20;
    /** A stretch that began longer ago isn't looked for in a day: 14 days, milliseconds. */
    private static final long LONGEST_HOLDING = 14L * 24 * 3_600_000;

    private final Dialect dialect;

    SqlArchiveSearch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What is looked for: a query of the index, null for whatever was said. */
    record Wanted(ArchiveFilter filter, @Nullable String words) {}

    /** Newest first, below an id. */
    List<Archived> newest(Handle handle, Wanted wanted, long before, int limit) {
        String newest = "SELECT " + COLUMNS + from(wanted) + " ORDER BY " + id(wanted) + " DESC LIMIT :limit";
        return bound(handle.createQuery(newest), wanted, before)
                .bind("limit", limit)
                .map(SqlArchiveSearch::row)
                .list();
    }

    /** The best of the newest, after so many. */
    List<Archived> best(Handle handle, Wanted wanted, int after, int limit) {
        String rank = switch (dialect) {
            case SQLITE -> "bm25(archive_words)";
            case POSTGRES -> "-ts_rank(w.words, CAST(:words AS tsquery))";
        };
        String ranked = "SELECT c.conversation_id AS id, " + rank + " AS rank " + from(wanted) + " ORDER BY "
                + id(wanted) + " DESC LIMIT " + RANKED;
        return bound(handle.createQuery("SELECT " + COLUMNS + " FROM (" + ranked + """
                        ) AS ranked JOIN archive_conversation c ON c.conversation_id = ranked.id
                        ORDER BY ranked.rank, ranked.id DESC LIMIT :limit OFFSET :after
                        """), wanted, Long.MAX_VALUE)
                .bind("after", after)
                .bind("limit", limit)
                .map(SqlArchiveSearch::row)
                .list();
    }

    /** How many there are, counted to the limit. */
    int count(Handle handle, Wanted wanted, int limit) {
        return bound(
                        handle.createQuery(
                                "SELECT COUNT(*) FROM (SELECT 1 " + from(wanted) + " LIMIT :limit) AS found"),
                        wanted,
                        Long.MAX_VALUE)
                .bind("limit", limit)
                .mapTo(int.class)
                .one();
    }

    Archive.Size size(Handle handle, Wanted wanted) {
        String sums = "SELECT COUNT(*), COALESCE(SUM(c.visitor_messages + c.operator_messages), 0)" + from(wanted);
        return bound(handle.createQuery(sums), wanted, Long.MAX_VALUE)
                .map((row, context) -> new Archive.Size(row.getLong(1), row.getLong(2)))
                .one();
    }

    private String from(Wanted wanted) {
        ArchiveFilter filter = wanted.filter();
        var conditions = new ArrayList<String>();
        conditions.add("c.conversation_id >= :from AND c.conversation_id < :until");
        conditions.add("c.site_id IN (<sites>)");
        if (!filter.departments().isEmpty()) {
            conditions.add("c.department_id IN (<departments>)");
        }
        if (!filter.operators().isEmpty()) {
            conditions.add("""
                    EXISTS (SELECT 1 FROM archive_holding h
                        WHERE h.conversation_id = c.conversation_id AND +h.operator_id IN (<operators>))""");
        }
        if (!filter.tags().isEmpty()) {
            conditions.add("""
                    EXISTS (SELECT 1 FROM conversation_tag t
                        WHERE t.conversation_id = c.conversation_id AND t.tag_id IN (<tags>))""");
        }
        if (!filter.scores().isEmpty()) {
            conditions.add("c.score IN (<scores>)");
        }
        if (filter.late() != null) {
            conditions.add(
                    "c." + (filter.late().workingHours() ? "longest_open_ms" : "longest_wait_ms") + " > :lateAfter");
        }
        if (filter.missed()) {
            conditions.add("c.missed = 1");
        }
        if (filter.files()) {
            conditions.add("c.files > 0");
        }
        some(conditions, filter.language(), "c.language = :language");
        some(conditions, filter.city(), "c.city = :city");
        some(conditions, filter.source(), "c.source = :source");
        some(conditions, filter.page(), "(c.page LIKE :page ESCAPE '!' OR c.page_title LIKE :page ESCAPE '!')");
        return source(wanted.words() != null) + " AND " + String.join(" AND ", conditions) + "\n";
    }

    /** SQLite walks its index downwards only when it is asked by its own name for the id. */
    private String id(Wanted wanted) {
        return wanted.words() != null && dialect == Dialect.SQLITE ? "archive_words.rowid" : "c.conversation_id";
    }

    private static void some(List<String> conditions, String value, String condition) {
        if (!value.isEmpty()) {
            conditions.add(condition);
        }
    }

    /** The index leads where there are words; its own limits of the period let it skip what lies outside. */
    private String source(boolean words) {
        if (!words) {
            return " FROM archive_conversation c WHERE c.conversation_id < :before";
        }
        return switch (dialect) {
            case SQLITE -> """
                     FROM archive_words CROSS JOIN archive_conversation c ON c.conversation_id = archive_words.rowid
                    WHERE archive_words MATCH :words AND archive_words.rowid < :before
                        AND archive_words.rowid >= :from AND archive_words.rowid < :until""";
            case POSTGRES -> """
                     FROM archive_words w JOIN archive_conversation c ON c.conversation_id = w.conversation_id
                    WHERE w.words @@ CAST(:words AS tsquery) AND w.conversation_id < :before""";
        };
    }

    private Query bound(Query query, Wanted wanted, long before) {
        ArchiveFilter filter = wanted.filter();
        query.bind("before", before)
                .bind("from", IdSource.firstAt(filter.from()))
                .bind("until", IdSource.firstAt(filter.until()));
        list(query, "sites", filter.sites().stream().map(SiteId::value).toList());
        list(
                query,
                "departments",
                filter.departments().stream().map(DepartmentId::value).toList());
        list(
                query,
                "operators",
                filter.operators().stream().map(OperatorId::value).toList());
        list(query, "tags", filter.tags().stream().map(tag -> tag.value()).toList());
        list(query, "scores", List.copyOf(filter.scores()));
        if (filter.late() != null) {
            query.bind("lateAfter", filter.late().after().toMillis());
        }
        bind(query, "language", filter.language());
        bind(query, "city", filter.city());
        bind(query, "source", filter.source());
        bind(query, "page", filter.page().isEmpty() ? "" : "%" + filter.page().replaceAll("[!%_]", "!$0") + "%");
        if (wanted.words() != null) {
            query.bind("words", wanted.words());
        }
        return query;
    }

    private static void list(Query query, String name, List<?> values) {
        if (!values.isEmpty()) {
            query.bindList(name, values);
        }
    }

    private static void bind(Query query, String name, String value) {
        if (!value.isEmpty()) {
            query.bind(name, value);
        }
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
                number(row, 23),
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
    List<Archived> complete(Handle handle, List<Archived> rows, Lateness late) {
        List<ConversationId> ids = rows.stream().map(Archived::id).toList();
        Map<ConversationId, List<Holding>> holdings = holdings(handle, ids);
        Map<ConversationId, List<Summary.Answer>> answers = SqlLateAnswers.of(handle, ids, late, LATE_SHOWN);
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

    /** The stretches of operators that touch a time, each with its conversation, in order of their beginning. */
    Map<ConversationId, List<Holding>> holdings(
            Handle handle, Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        var found = new LinkedHashMap<ConversationId, List<Holding>>();
        if (operators.isEmpty() || sites.isEmpty()) {
            return found;
        }
        handle.createQuery("""
                        SELECT * FROM archive_holding
                        WHERE operator_id IN (<operators>) AND from_at < :until AND from_at >= :earliest
                            AND (until_at IS NULL OR until_at >= :from) AND site_id IN (<sites>)
                        ORDER BY from_at, conversation_id, nth LIMIT 5000
                        """)
                .bindList("operators", operators.stream().map(OperatorId::value).toList())
                .bindList("sites", sites.stream().map(SiteId::value).toList())
                .bind("from", from)
                .bind("until", until)
                .bind("earliest", from - LONGEST_HOLDING)
                .map((row, context) -> {
                    found.computeIfAbsent(new ConversationId(row.getLong("conversation_id")), id -> new ArrayList<>())
                            .add(holding(row));
                    return true;
                })
                .list();
        return found;
    }

    private static Holding holding(ResultSet row) throws SQLException {
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

    /** Offers an operator let go in a time. */
    List<Archive.LostOffer> lostOffers(
            Handle handle, Set<OperatorId> operators, Set<SiteId> sites, long from, long until) {
        return operators.isEmpty() || sites.isEmpty()
                ? List.of()
                : handle.createQuery("""
                        SELECT o.conversation_id, o.operator_id, o.ended_at, o.outcome FROM offer_log o
                        JOIN conversation c ON c.id = o.conversation_id
                        WHERE o.operator_id IN (<operators>) AND o.ended_at >= :from AND o.ended_at < :until
                            AND o.outcome IN ('missed', 'refused') AND c.site_id IN (<sites>)
                        ORDER BY o.ended_at LIMIT 2000
                        """)
                        .bindList(
                                "operators",
                                operators.stream().map(OperatorId::value).toList())
                        .bindList("sites", sites.stream().map(SiteId::value).toList())
                        .bind("from", from)
                        .bind("until", until)
                        .map((row, context) -> new Archive.LostOffer(
                                new ConversationId(row.getLong(1)),
                                new OperatorId(row.getLong(2)),
                                row.getLong(3),
                                row.getString(4).equals("missed")))
                        .list();
    }
}
