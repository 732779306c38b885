package chat.beseda.archive;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Dialect;
import chat.beseda.storage.IdSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for, as the engine is asked for it.
 *
 * @param words a query of the index, null for whatever was said
 */
record SqlWanted(ArchiveFilter filter, @Nullable String words, Dialect dialect) {
    /** An id is made beside its time: so far apart they never are. */
    private static final long BESIDE = Duration.ofMinutes(1).toMillis();

    /** From where, and under which conditions. */
    String from() {
        var conditions = new ArrayList<String>();
        conditions.add("c.conversation_id >= :from AND c.conversation_id < :until");
        conditions.add("c.opened_at >= :fromAt AND c.opened_at < :untilAt");
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
        if (filter.lateAfter() != null) {
            conditions.add("c.longest_wait_ms > :lateAfter");
        }
        if (!filter.hours().hours().isEmpty()) {
            conditions.add(hourOfWeek() + " IN (<hours>)");
        }
        filter.traits().forEach(trait -> conditions.add(condition(trait)));
        some(conditions, filter.language(), "c.language = :language");
        some(conditions, filter.city(), "c.city = :city");
        some(conditions, filter.source(), "c.source = :source");
        some(conditions, filter.page(), "(c.page LIKE :page ESCAPE '!' OR c.page_title LIKE :page ESCAPE '!')");
        return source() + " AND " + String.join(" AND ", conditions) + "\n";
    }

    private static String condition(ArchiveFilter.Trait trait) {
        return switch (trait) {
            case TAKEN -> "c.taken_at IS NOT NULL";
            case MISSED -> "c.missed = 1";
            case HANDED_OVER -> "c.hand_overs > 0";
            case FILES -> "c.files > 0";
        };
    }

    /** 1970 began on a Thursday, three days after a Monday. */
    private String hourOfWeek() {
        var ahead = new StringBuilder("CASE");
        filter.hours()
                .ahead(filter.from(), filter.until())
                .forEach(each -> ahead.append(" WHEN c.opened_at < ")
                        .append(each.until())
                        .append(" THEN ")
                        .append(each.ahead()));
        return "((c.opened_at + " + ahead + " END) / 3600000 + 72) % 168";
    }

    private static void some(List<String> conditions, String value, String condition) {
        if (!value.isEmpty()) {
            conditions.add(condition);
        }
    }

    /** The index leads where there are words; its own limits of the period let it skip what lies outside. */
    private String source() {
        if (words == null) {
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

    /** SQLite walks its index downwards only when it is asked by its own name for the id. */
    String id() {
        return words != null && dialect == Dialect.SQLITE ? "archive_words.rowid" : "c.conversation_id";
    }

    Query bound(Query query, long before) {
        query.bind("before", before)
                .bind("from", IdSource.firstAt(filter.from() - BESIDE))
                .bind("until", IdSource.firstAt(filter.until() + BESIDE))
                .bind("fromAt", filter.from())
                .bind("untilAt", filter.until());
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
        list(query, "hours", List.copyOf(filter.hours().hours()));
        if (filter.lateAfter() != null) {
            query.bind("lateAfter", filter.lateAfter());
        }
        bind(query, "language", filter.language());
        bind(query, "city", filter.city());
        bind(query, "source", filter.source());
        bind(query, "page", filter.page().isEmpty() ? "" : "%" + filter.page().replaceAll("[!%_]", "!$0") + "%");
        bind(query, "words", words == null ? "" : words);
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
}
