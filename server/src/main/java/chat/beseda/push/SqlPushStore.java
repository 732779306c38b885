package chat.beseda.push;

import chat.beseda.visitors.VisitorId;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The tables {@code push_key} and {@code push_subscription}. */
final class SqlPushStore {

    /** Both keys, the public one first. */
    record Keys(String publicKey, String privateKey) {}

    Optional<Keys> keys(Handle handle) {
        return handle.createQuery("SELECT public_key, private_key FROM push_key WHERE id = 1")
                .map((row, context) -> new Keys(row.getString("public_key"), row.getString("private_key")))
                .findOne();
    }

    /** Keeps the keys unless there are some. */
    void put(Handle handle, Keys keys) {
        handle.createUpdate("""
                        INSERT INTO push_key (id, public_key, private_key) VALUES (1, :public, :private)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("public", keys.publicKey())
                .bind("private", keys.privateKey())
                .execute();
    }

    void put(Handle handle, PushSubscription subscription, long at) {
        handle.createUpdate("""
                        INSERT INTO push_subscription (endpoint, visitor_id, key, secret, page, origin, at)
                        VALUES (:endpoint, :visitor, :key, :secret, :page, :origin, :at)
                        ON CONFLICT (endpoint, visitor_id) DO UPDATE SET key = excluded.key, secret = excluded.secret,
                            page = excluded.page, origin = excluded.origin, at = excluded.at
                        """)
                .bind("endpoint", subscription.endpoint().toString())
                .bind("visitor", subscription.visitor().value())
                .bind("key", subscription.key())
                .bind("secret", subscription.secret())
                .bind("page", subscription.page())
                .bind("origin", subscription.origin())
                .bind("at", at)
                .execute();
    }

    /** All but the newest of the visitor's go. */
    void keepNewest(Handle handle, VisitorId visitor, int most) {
        handle.createUpdate("""
                        DELETE FROM push_subscription WHERE visitor_id = :visitor AND endpoint NOT IN (
                            SELECT endpoint FROM push_subscription WHERE visitor_id = :visitor
                            ORDER BY at DESC, endpoint LIMIT :most)
                        """)
                .bind("visitor", visitor.value())
                .bind("most", most)
                .execute();
    }

    List<PushSubscription> of(Handle handle, VisitorId visitor) {
        return handle.createQuery("""
                        SELECT endpoint, key, secret, page, origin FROM push_subscription
                        WHERE visitor_id = :visitor ORDER BY at DESC, endpoint
                        """)
                .bind("visitor", visitor.value())
                .map((row, context) -> new PushSubscription(
                        visitor,
                        URI.create(row.getString("endpoint")),
                        row.getString("key"),
                        row.getString("secret"),
                        row.getString("page"),
                        row.getString("origin")))
                .list();
    }

    Set<VisitorId> visitors(Handle handle) {
        return handle.createQuery("SELECT DISTINCT visitor_id FROM push_subscription")
                .mapTo(Long.class)
                .map(VisitorId::new)
                .collect(Collectors.toSet());
    }

    void drop(Handle handle, VisitorId visitor) {
        handle.createUpdate("DELETE FROM push_subscription WHERE visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .execute();
    }

    /** Takes a browser away; returns whose it was. */
    Set<VisitorId> drop(Handle handle, URI endpoint) {
        Set<VisitorId> whose = handle.createQuery("SELECT visitor_id FROM push_subscription WHERE endpoint = :endpoint")
                .bind("endpoint", endpoint.toString())
                .mapTo(Long.class)
                .map(VisitorId::new)
                .collect(Collectors.toSet());
        handle.createUpdate("DELETE FROM push_subscription WHERE endpoint = :endpoint")
                .bind("endpoint", endpoint.toString())
                .execute();
        return whose;
    }

    /** The visitor's subscription of a browser, as long as there is one. */
    Optional<PushSubscription> find(Handle handle, VisitorId visitor, URI endpoint) {
        return of(handle, visitor).stream()
                .filter(subscription -> subscription.endpoint().equals(endpoint))
                .findFirst();
    }
}
