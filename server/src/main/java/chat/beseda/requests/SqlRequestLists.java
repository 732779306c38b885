package chat.beseda.requests;

import chat.beseda.operators.OperatorId;
import chat.beseda.requestkinds.KindId;
import chat.beseda.requests.RequestQuery.Show;
import chat.beseda.sites.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads lists of requests. */
final class SqlRequestLists {
    private static final String ACTIVE = "r.state <> 'done'";

    /**
     * What a list is narrowed to.
     *
     * @param kinds and sites: all that may be seen of what is wanted
     * @param today when today ends
     */
    record Narrowed(RequestQuery query, Set<KindId> kinds, Set<SiteId> sites, OperatorId me, long now, long today) {
        boolean isNothing() {
            return kinds.isEmpty() || sites.isEmpty();
        }
    }

    /**
     * Where a list goes on.
     *
     * @param key what it is sorted by, of the last one
     */
    record After(long key, long id) {}

    /** The first ones of a list after a place, sorted as asked, where zones are not asked for. */
    List<Request> list(Handle handle, Narrowed narrowed, @Nullable After after, int limit) {
        boolean done = narrowed.query.show() == Show.DONE;
        return switch (narrowed.query.sort()) {
            case ARRIVAL -> sorted(handle, narrowed, "r.id", true, after, limit);
            case DUE, DAY_END -> sorted(handle, narrowed, done ? "r.done_at" : "r.due_at", done, after, limit);
        };
    }

    /** Those of some zones, what is due first; a set of zones that is empty means all. */
    List<Request> inZones(Handle handle, Narrowed narrowed, List<String> zones, @Nullable After after, int limit) {
        String more = " AND r.zone IN (<zones>)" + (after == null ? "" : " AND (r.due_at, r.id) > (:key, :last)");
        String sql = select(narrowed) + more + " ORDER BY r.due_at, r.id LIMIT :limit";
        Query query = bound(handle.createQuery(sql), narrowed).bindList("zones", zones);
        return read(query, after, limit);
    }

    /** The zones that there are in a list. */
    List<String> zones(Handle handle, Narrowed narrowed) {
        String sql = "SELECT DISTINCT r.zone FROM request r WHERE " + conditions(narrowed);
        return bound(handle.createQuery(sql), narrowed).mapTo(String.class).list();
    }

    private List<Request> sorted(
            Handle handle, Narrowed narrowed, String key, boolean last, @Nullable After after, int limit) {
        String order = last ? "%1$s DESC, r.id DESC" : "%1$s, r.id";
        String more = after == null ? "" : " AND (%s, r.id) %s (:key, :last)".formatted(key, last ? "<" : ">");
        String sql = select(narrowed) + more + " ORDER BY " + order.formatted(key) + " LIMIT :limit";
        return read(bound(handle.createQuery(sql), narrowed), after, limit);
    }

    private static List<Request> read(Query query, @Nullable After after, int limit) {
        if (after != null) {
            query.bind("key", after.key).bind("last", after.id);
        }
        return query.bind("limit", limit)
                .map((row, context) -> SqlRequestStore.request(row))
                .list();
    }

    /** In the order of {@link RequestLists.Counts}. */
    RequestLists.Counts counts(Handle handle, Narrowed narrowed) {
        String sql = """
                SELECT COALESCE(SUM(CASE WHEN r.state = 'open' AND r.snoozed_until <= :now THEN 1 ELSE 0 END), 0) AS unclaimed,
                    COALESCE(SUM(CASE WHEN r.state = 'claimed' AND r.owner_id = :me THEN 1 ELSE 0 END), 0) AS mine,
                    COALESCE(SUM(CASE WHEN r.due_at < :now AND r.snoozed_until <= :now THEN 1 ELSE 0 END), 0) AS overdue,
                    COALESCE(SUM(CASE WHEN r.due_at < :today THEN 1 ELSE 0 END), 0) AS today,
                    COALESCE(SUM(CASE WHEN r.snoozed_until > :now THEN 1 ELSE 0 END), 0) AS snoozed
                FROM request r WHERE r.state <> 'done' AND %s
                """.formatted(seen());
        return seen(handle.createQuery(sql), narrowed)
                .bind("now", narrowed.now)
                .bind("me", narrowed.me.value())
                .bind("today", narrowed.today)
                .map((row, context) -> new RequestLists.Counts(
                        row.getInt("unclaimed"),
                        row.getInt("mine"),
                        row.getInt("overdue"),
                        row.getInt("today"),
                        row.getInt("snoozed")))
                .one();
    }

    private static String select(Narrowed narrowed) {
        return "SELECT " + SqlRequestStore.COLUMNS + " FROM request r WHERE " + conditions(narrowed);
    }

    /** The plus keeps engines from walking by kind: lists are read in their order, and stop early. */
    private static String seen() {
        return "+r.kind_id IN (<kinds>) AND +r.site_id IN (<sites>)";
    }

    private static Query seen(Query query, Narrowed narrowed) {
        return query.bindList(
                        "kinds", narrowed.kinds.stream().map(KindId::value).toList())
                .bindList("sites", narrowed.sites.stream().map(SiteId::value).toList());
    }

    private static String conditions(Narrowed narrowed) {
        var all = new ArrayList<String>();
        all.add(
                switch (narrowed.query.show()) {
                    case UNCLAIMED -> ACTIVE + " AND r.state = 'open' AND r.snoozed_until <= :now";
                    case MINE -> ACTIVE + " AND r.state = 'claimed' AND r.owner_id = :me";
                    case CLAIMED -> ACTIVE + " AND r.state = 'claimed'";
                    case OVERDUE -> ACTIVE + " AND r.due_at < :now AND r.snoozed_until <= :now";
                    case TODAY -> ACTIVE + " AND r.due_at < :today";
                    case SNOOZED -> ACTIVE + " AND r.snoozed_until > :now";
                    case DONE -> "r.state = 'done'";
                    case ALL -> "1 = 1";
                });
        all.add(seen());
        if (narrowed.query.nature() != null) {
            all.add("r.nature = :nature");
        }
        int words = SqlRequestStore.asked(narrowed.query.words()).size();
        if (words > 0) {
            var each = new ArrayList<String>();
            for (int at = 0; at < words; at++) {
                each.add("words LIKE :word%d ESCAPE '!'".formatted(at));
            }
            all.add("r.id IN (SELECT request_id FROM request_words WHERE " + String.join(" AND ", each) + ")");
        }
        return String.join(" AND ", all);
    }

    private static Query bound(Query query, Narrowed narrowed) {
        seen(query, narrowed);
        switch (narrowed.query.show()) {
            case UNCLAIMED, OVERDUE, SNOOZED -> query.bind("now", narrowed.now);
            case MINE -> query.bind("me", narrowed.me.value());
            case TODAY -> query.bind("today", narrowed.today);
            case CLAIMED, DONE, ALL -> {}
        }
        if (narrowed.query.nature() != null) {
            query.bind("nature", SqlRequestStore.stored(narrowed.query.nature()));
        }
        List<String> words = SqlRequestStore.asked(narrowed.query.words());
        for (int at = 0; at < words.size(); at++) {
            String escaped = words.get(at).replace("!", "!!").replace("%", "!%").replace("_", "!_");
            query.bind("word" + at, "%" + escaped + "%");
        }
        return query;
    }
}
