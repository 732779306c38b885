package chat.beseda.clients;

import chat.beseda.sites.SiteId;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table {@code same_person}, and what else tells that two visitors are one. */
final class SqlProfileStore {
    private static final String NUMBER = "\\d{1,18}";

    List<VisitorId> of(Handle handle, VisitorId visitor, int limit) {
        return handle.createQuery("""
                        SELECT :visitor AS id
                        UNION SELECT visitor_id FROM same_person
                            WHERE person = (SELECT person FROM same_person WHERE visitor_id = :visitor)
                        UNION SELECT other.visitor_id FROM client own
                            JOIN client other ON other.site_id = own.site_id AND other.client_id = own.client_id
                            WHERE own.visitor_id = :visitor AND own.client_id <> ''
                                AND own.proof <> 'claimed' AND other.proof <> 'claimed'
                        ORDER BY id LIMIT :limit
                        """)
                .bind("visitor", visitor.value())
                .bind("limit", limit)
                .mapTo(long.class)
                .map(VisitorId::new)
                .list();
    }

    boolean isMerged(Handle handle, VisitorId visitor) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM same_person WHERE visitor_id = :visitor)")
                .bind("visitor", visitor.value())
                .mapTo(boolean.class)
                .one();
    }

    List<VisitorId> alike(Handle handle, Visitor visitor, int limit) {
        return handle.createQuery("""
                        SELECT id FROM visitor WHERE id IN (
                            SELECT id FROM visitor WHERE site_id = :site AND email IS NOT NULL AND lower(email) = :email
                            UNION SELECT id FROM visitor WHERE site_id = :site AND phone IS NOT NULL AND phone = :phone
                            UNION SELECT other.visitor_id FROM client own
                                JOIN client other ON other.site_id = own.site_id AND other.client_id = own.client_id
                                WHERE own.visitor_id = :visitor AND own.client_id <> '')
                        ORDER BY last_seen_at DESC LIMIT :limit
                        """)
                .bind("visitor", visitor.id().value())
                .bind("site", visitor.site().value())
                .bind("email", visitor.email() == null ? null : visitor.email().toLowerCase(Locale.ROOT))
                .bind("phone", visitor.phone())
                .bind("limit", limit)
                .mapTo(long.class)
                .map(VisitorId::new)
                .list();
    }

    List<VisitorId> found(Handle handle, SiteId site, String text, int limit) {
        return handle.createQuery("""
                        SELECT id FROM visitor WHERE id IN (
                            SELECT id FROM visitor WHERE site_id = :site AND number = :number
                            UNION SELECT id FROM visitor WHERE site_id = :site AND email IS NOT NULL AND lower(email) = :email
                            UNION SELECT id FROM visitor WHERE site_id = :site AND phone IS NOT NULL AND phone = :text
                            UNION SELECT visitor_id FROM client WHERE site_id = :site AND client_id = :text)
                        ORDER BY last_seen_at DESC LIMIT :limit
                        """)
                .bind("site", site.value())
                .bind("number", text.matches(NUMBER) ? Long.parseLong(text) : 0)
                .bind("email", text.toLowerCase(Locale.ROOT))
                .bind("text", text)
                .bind("limit", limit)
                .mapTo(long.class)
                .map(VisitorId::new)
                .list();
    }

    /** @param person a number no group has */
    void merge(Handle handle, List<VisitorId> both, long person, @Nullable Long operator, long now) {
        handle.createUpdate("""
                        UPDATE same_person SET person = :person
                        WHERE person IN (SELECT person FROM same_person WHERE visitor_id IN (<both>))
                        """)
                .bind("person", person)
                .bindList("both", both.stream().map(VisitorId::value).toList())
                .execute();
        for (VisitorId each : both) {
            handle.createUpdate("""
                            INSERT INTO same_person (visitor_id, person, operator_id, at)
                            VALUES (:visitor, :person, :operator, :now)
                            ON CONFLICT (visitor_id) DO NOTHING
                            """)
                    .bind("visitor", each.value())
                    .bind("person", person)
                    .bind("operator", operator)
                    .bind("now", now)
                    .execute();
        }
    }

    /** Gives a visitor the name and the addresses he lacks now, as another one has them. */
    void fill(Handle handle, VisitorId lacking, VisitorId from) {
        handle.createUpdate("""
                        UPDATE visitor SET
                            name = COALESCE(name, (SELECT name FROM visitor other WHERE other.id = :from)),
                            email = COALESCE(email, (SELECT email FROM visitor other WHERE other.id = :from)),
                            phone = COALESCE(phone, (SELECT phone FROM visitor other WHERE other.id = :from))
                        WHERE id = :lacking AND (name IS NULL OR email IS NULL OR phone IS NULL)
                        """)
                .bind("lacking", lacking.value())
                .bind("from", from.value())
                .execute();
    }

    boolean separate(Handle handle, VisitorId visitor) {
        return handle.createUpdate("DELETE FROM same_person WHERE visitor_id = :visitor")
                        .bind("visitor", visitor.value())
                        .execute()
                > 0;
    }
}
