package chat.beseda.visits;

import chat.beseda.operators.OperatorId;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors.GoalReached;
import chat.beseda.visits.Walks.Newest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables {@code visit}, {@code page_view}, {@code goal} and {@code visitor_comment}. */
final class SqlVisitStore {
    private static final int VISITS_KEPT = 50;
    private static final int VIEWS_KEPT = 100;

    /** The newest visit of each visitor who has one. */
    Map<VisitorId, Newest> newest(Handle handle, Collection<VisitorId> visitors) {
        if (visitors.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        SELECT visitor_id, id, last_at, pages FROM visit WHERE id IN (
                            SELECT MAX(id) FROM visit WHERE visitor_id IN (<visitors>) GROUP BY visitor_id)
                        """)
                .bindList("visitors", visitors.stream().map(VisitorId::value).toList())
                .map((row, context) -> Map.entry(
                        new VisitorId(row.getLong(1)), new Newest(row.getLong(2), row.getLong(3), row.getInt(4))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void write(Handle handle, Walks walks) {
        begin(handle, walks);
        view(handle, walks.views());
        goOn(handle, walks);
        forgetOldViews(handle, walks.walked().values());
        walks.begun().values().stream()
                .filter(Walks.Begun::another)
                .forEach(visit -> forgetOld(handle, visit.present().visitor()));
    }

    private static void begin(Handle handle, Walks walks) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO visit (id, visitor_id, site_id, started_at, last_at, pages, entry, referrer)
                VALUES (:id, :visitor, :site, :at, :lastAt, :pages, :entry, :referrer)
                """);
        for (Newest now : walks.walked().values()) {
            Walks.Begun visit = walks.begun().get(now.id());
            if (visit != null) {
                Page entry = visit.present().entry();
                rows.bind("id", now.id())
                        .bind("visitor", visit.present().visitor().value())
                        .bind("site", visit.present().site().value())
                        .bind("at", visit.at())
                        .bind("lastAt", now.lastAt())
                        .bind("pages", now.pages())
                        .bind("entry", entry == null ? null : entry.url())
                        .bind("referrer", entry == null ? "" : entry.referrer())
                        .add();
            }
        }
        rows.execute();
    }

    private static void view(Handle handle, List<Walks.View> views) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO page_view (visit_id, number, at, url, title) VALUES (:visit, :number, :at, :url, :title)
                """);
        views.forEach(view -> rows.bind("visit", view.visit())
                .bind("number", view.number())
                .bind("at", view.at())
                .bind("url", view.page().url())
                .bind("title", view.page().title())
                .add());
        rows.execute();
    }

    private static void goOn(Handle handle, Walks walks) {
        PreparedBatch rows = handle.prepareBatch("UPDATE visit SET last_at = :at, pages = :pages WHERE id = :visit");
        walks.walked().values().stream()
                .filter(visit -> !walks.begun().containsKey(visit.id()))
                .forEach(visit -> rows.bind("at", visit.lastAt())
                        .bind("pages", visit.pages())
                        .bind("visit", visit.id())
                        .add());
        rows.execute();
    }

    private static void forgetOldViews(Handle handle, Collection<Newest> visits) {
        PreparedBatch rows = handle.prepareBatch("DELETE FROM page_view WHERE visit_id = :visit AND number <= :old");
        visits.stream()
                .filter(visit -> visit.pages() > VIEWS_KEPT)
                .forEach(visit -> rows.bind("visit", visit.id())
                        .bind("old", visit.pages() - VIEWS_KEPT)
                        .add());
        rows.execute();
    }

    private static void forgetOld(Handle handle, VisitorId visitor) {
        List<Long> old = handle.createQuery("""
                        SELECT id FROM visit WHERE visitor_id = :visitor ORDER BY id DESC LIMIT 100 OFFSET :kept
                        """)
                .bind("visitor", visitor.value())
                .bind("kept", VISITS_KEPT)
                .mapTo(Long.class)
                .list();
        if (!old.isEmpty()) {
            handle.createUpdate("DELETE FROM page_view WHERE visit_id IN (<ids>)")
                    .bindList("ids", old)
                    .execute();
            handle.createUpdate("DELETE FROM visit WHERE id IN (<ids>)")
                    .bindList("ids", old)
                    .execute();
        }
    }

    /** Newest first. */
    List<Visit> visits(Handle handle, VisitorId visitor, int limit) {
        return handle.createQuery("SELECT * FROM visit WHERE visitor_id = :visitor ORDER BY id DESC LIMIT :limit")
                .bind("visitor", visitor.value())
                .bind("limit", limit)
                .map((row, context) -> new Visit(
                        row.getLong("id"),
                        row.getLong("started_at"),
                        row.getLong("last_at"),
                        row.getInt("pages"),
                        row.getString("entry"),
                        row.getString("referrer"),
                        List.of()))
                .list();
    }

    /** Oldest first. */
    List<Visit.View> views(Handle handle, long visit) {
        return handle.createQuery("SELECT at, url, title FROM page_view WHERE visit_id = :visit ORDER BY number")
                .bind("visit", visit)
                .map((row, context) -> new Visit.View(row.getLong("at"), row.getString("url"), row.getString("title")))
                .list();
    }

    /** A goal, and the visit it was reached in, if that is known. */
    record InVisit(GoalReached goal, @Nullable Long visit) {
        static InVisit of(GoalReached goal, @Nullable Newest visit) {
            return new InVisit(goal, visit == null ? null : (Long) visit.id());
        }
    }

    void addGoals(Handle handle, List<InVisit> goals, IdSource ids) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO goal (id, site_id, visitor_id, visit_id, at, name, value)
                VALUES (:id, :site, :visitor, :visit, :at, :name, :value)
                """);
        for (InVisit reached : goals) {
            GoalReached goal = reached.goal();
            rows.bind("id", ids.next())
                    .bind("site", goal.site().value())
                    .bind("visitor", goal.visitor().value())
                    .bind("visit", reached.visit())
                    .bind("at", goal.at())
                    .bind("name", goal.name())
                    .bind("value", goal.value())
                    .add();
        }
        rows.execute();
    }

    /** Those that their visits don't know by their name yet, each once. */
    List<InVisit> firstOfVisit(Handle handle, List<InVisit> goals) {
        var seen = new HashSet<String>();
        return goals.stream()
                .filter(reached -> {
                    Long visit = reached.visit();
                    return visit != null
                            && seen.add(visit + " " + reached.goal().name())
                            && !knows(handle, reached.goal(), visit);
                })
                .toList();
    }

    private static boolean knows(Handle handle, GoalReached goal, long visit) {
        return handle.createQuery("""
                        SELECT 1 FROM goal WHERE visitor_id = :visitor AND visit_id = :visit AND name = :name LIMIT 1
                        """)
                .bind("visitor", goal.visitor().value())
                .bind("visit", visit)
                .bind("name", goal.name())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** Newest first. */
    List<Goal> goals(Handle handle, VisitorId visitor, int limit) {
        return handle.createQuery("""
                        SELECT visit_id, at, name, value FROM goal WHERE visitor_id = :visitor
                        ORDER BY at DESC, id DESC LIMIT :limit
                        """)
                .bind("visitor", visitor.value())
                .bind("limit", limit)
                .map((row, context) -> new Goal(
                        row.getObject("visit_id") == null ? null : row.getLong("visit_id"),
                        row.getLong("at"),
                        row.getString("name"),
                        row.getObject("value") == null ? null : row.getDouble("value")))
                .list();
    }

    void addComment(Handle handle, VisitorId visitor, Comment comment) {
        handle.createUpdate("""
                        INSERT INTO visitor_comment (id, visitor_id, operator_id, at, text)
                        VALUES (:id, :visitor, :operator, :at, :text)
                        """)
                .bind("id", comment.id())
                .bind("visitor", visitor.value())
                .bind("operator", comment.operator().value())
                .bind("at", comment.at())
                .bind("text", comment.text())
                .execute();
    }

    /** Newest first. */
    List<Comment> comments(Handle handle, Collection<VisitorId> visitors, int limit) {
        return handle.createQuery("""
                        SELECT * FROM visitor_comment WHERE visitor_id IN (<visitors>) ORDER BY id DESC LIMIT :limit
                        """)
                .bindList("visitors", visitors.stream().map(VisitorId::value).toList())
                .bind("limit", limit)
                .map((row, context) -> new Comment(
                        row.getLong("id"),
                        new OperatorId(row.getLong("operator_id")),
                        row.getLong("at"),
                        row.getString("text")))
                .list();
    }
}
