package chat.beseda.visits;

import chat.beseda.operators.OperatorId;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code visit}, {@code page_view} and {@code visitor_comment}. */
final class SqlVisitStore {
    private static final int VISITS_KEPT = 50;
    private static final int VIEWS_KEPT = 100;

    /** The newest visit of a visitor. */
    record Newest(long id, long lastAt, int pages) {}

    Optional<Newest> newest(Handle handle, VisitorId visitor) {
        return handle.createQuery("""
                        SELECT id, last_at, pages FROM visit WHERE visitor_id = :visitor ORDER BY id DESC LIMIT 1
                        """)
                .bind("visitor", visitor.value())
                .map((row, context) -> new Newest(row.getLong("id"), row.getLong("last_at"), row.getInt("pages")))
                .findOne();
    }

    Newest begin(Handle handle, long id, PresentVisitor present, long at) {
        Page entry = present.entry();
        handle.createUpdate("""
                        INSERT INTO visit (id, visitor_id, site_id, started_at, last_at, pages, entry, referrer)
                        VALUES (:id, :visitor, :site, :at, :at, 0, :entry, :referrer)
                        """)
                .bind("id", id)
                .bind("visitor", present.visitor().value())
                .bind("site", present.site().value())
                .bind("at", at)
                .bind("entry", entry == null ? null : entry.url())
                .bind("referrer", entry == null ? "" : entry.referrer())
                .execute();
        forgetOld(handle, present.visitor());
        return new Newest(id, at, 0);
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

    void viewed(Handle handle, Newest visit, Page page, long at) {
        int number = visit.pages() + 1;
        handle.createUpdate("""
                        INSERT INTO page_view (visit_id, number, at, url, title) VALUES (:visit, :number, :at, :url, :title)
                        """)
                .bind("visit", visit.id())
                .bind("number", number)
                .bind("at", at)
                .bind("url", page.url())
                .bind("title", page.title())
                .execute();
        handle.createUpdate("DELETE FROM page_view WHERE visit_id = :visit AND number <= :old")
                .bind("visit", visit.id())
                .bind("old", number - VIEWS_KEPT)
                .execute();
        handle.createUpdate("UPDATE visit SET last_at = :at, pages = :number WHERE id = :visit")
                .bind("at", at)
                .bind("number", number)
                .bind("visit", visit.id())
                .execute();
    }

    void lastSeen(Handle handle, Newest visit, long at) {
        handle.createUpdate("UPDATE visit SET last_at = :at WHERE id = :visit AND last_at < :at")
                .bind("at", at)
                .bind("visit", visit.id())
                .execute();
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
    List<Comment> comments(Handle handle, VisitorId visitor, int limit) {
        return handle.createQuery("""
                        SELECT * FROM visitor_comment WHERE visitor_id = :visitor ORDER BY id DESC LIMIT :limit
                        """)
                .bind("visitor", visitor.value())
                .bind("limit", limit)
                .map((row, context) -> new Comment(
                        row.getLong("id"),
                        new OperatorId(row.getLong("operator_id")),
                        row.getLong("at"),
                        row.getString("text")))
                .list();
    }
}
