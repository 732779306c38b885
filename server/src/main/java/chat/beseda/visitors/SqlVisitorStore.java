package chat.beseda.visitors;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** Visitors in the tables {@code visitor}, {@code visitor_number} and {@code visitor_token}. */
final class SqlVisitorStore implements VisitorStore {
    /** Of one browser: a site of several domains keeps a visit for each. */
    private static final int VISITS_KEPT = 8;

    /** In the order in which a row is read: by place, since names cost SQLite's driver more than the row does. */
    private static final String COLUMNS =
            "id, site_id, number, name, email, phone, first_seen_at, last_seen_at, visits, said_places";

    private static final String VISITOR = "SELECT " + COLUMNS + " FROM visitor ";

    private final Database database;

    SqlVisitorStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Visitor> byId(VisitorId id) {
        return database.read(handle -> handle.createQuery(VISITOR + "WHERE id = :id")
                .bind("id", id.value())
                .map(SqlVisitorStore::visitor)
                .findOne());
    }

    @Override
    public List<Visitor> byIds(Collection<VisitorId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(VISITOR + "WHERE id IN (<ids>)")
                .bindList("ids", ids.stream().map(VisitorId::value).toList())
                .map(SqlVisitorStore::visitor)
                .list());
    }

    @Override
    public Optional<Visitor> holder(SiteId site, TokenKind kind, String digest) {
        return database.read(handle -> handle.createQuery(VISITOR + """
                        WHERE id = (SELECT visitor_id FROM visitor_token WHERE digest = :digest AND kind = :kind)
                            AND site_id = :site
                        """)
                .bind("digest", digest)
                .bind("kind", word(kind))
                .bind("site", site.value())
                .map(SqlVisitorStore::visitor)
                .findOne());
    }

    @Override
    public long nextNumber(Transaction tx, SiteId site) {
        return tx.handle()
                .createQuery("""
                        INSERT INTO visitor_number (site_id, last) VALUES (:site, 1)
                        ON CONFLICT (site_id) DO UPDATE SET last = visitor_number.last + 1
                        RETURNING last
                        """)
                .bind("site", site.value())
                .mapTo(long.class)
                .one();
    }

    @Override
    public void add(Transaction tx, Visitor visitor) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO visitor (id, site_id, number, first_seen_at, last_seen_at, visits)
                        VALUES (:id, :site, :number, :firstSeenAt, :lastSeenAt, :visits)
                        """)
                .bind("id", visitor.id().value())
                .bind("site", visitor.site().value())
                .bind("number", visitor.number())
                .bind("firstSeenAt", visitor.firstSeenAt())
                .bind("lastSeenAt", visitor.lastSeenAt())
                .bind("visits", visitor.visits())
                .execute();
    }

    @Override
    public void addToken(Transaction tx, VisitorId visitor, TokenKind kind, String digest, long at) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO visitor_token (digest, kind, visitor_id, issued_at)
                        VALUES (:digest, :kind, :visitor, :at)
                        """)
                .bind("digest", digest)
                .bind("kind", word(kind))
                .bind("visitor", visitor.value())
                .bind("at", at)
                .execute();
    }

    @Override
    public void forgetOldVisits(Transaction tx, VisitorId visitor) {
        tx.handle()
                .createUpdate("""
                        DELETE FROM visitor_token
                        WHERE kind = 'visit' AND visitor_id = :visitor AND digest NOT IN (
                            SELECT digest FROM visitor_token
                            WHERE kind = 'visit' AND visitor_id = :visitor
                            ORDER BY issued_at DESC LIMIT :kept)
                        """)
                .bind("visitor", visitor.value())
                .bind("kept", VISITS_KEPT)
                .execute();
    }

    @Override
    public void forgetTokens(Transaction tx, VisitorId visitor) {
        tx.handle()
                .createUpdate("DELETE FROM visitor_token WHERE visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .execute();
    }

    @Override
    public boolean hasPanelToken(VisitorId visitor) {
        return database.read(handle -> hasPanelToken(handle, visitor));
    }

    @Override
    public boolean hasPanelToken(Transaction tx, VisitorId visitor) {
        return hasPanelToken(tx.handle(), visitor);
    }

    private static boolean hasPanelToken(Handle handle, VisitorId visitor) {
        return handle.createQuery("SELECT 1 FROM visitor_token WHERE kind = 'panel' AND visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .mapTo(int.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void seen(Transaction tx, Visitor before, Visitor now) {
        tx.handle()
                .createUpdate("""
                        UPDATE visitor SET last_seen_at = :now, visits = :visits
                        WHERE id = :id AND last_seen_at = :before
                        """)
                .bind("now", now.lastSeenAt())
                .bind("visits", now.visits())
                .bind("id", now.id().value())
                .bind("before", before.lastSeenAt())
                .execute();
    }

    @Override
    public void left(Transaction tx, Map<VisitorId, Long> seenAt) {
        PreparedBatch rows =
                tx.handle().prepareBatch("UPDATE visitor SET last_seen_at = :at WHERE id = :id AND last_seen_at < :at");
        seenAt.forEach((id, at) -> rows.bind("at", at).bind("id", id.value()).add());
        rows.execute();
    }

    @Override
    public Optional<Visitor> changeContacts(Transaction tx, VisitorId id, Contacts contacts) {
        return tx.handle()
                .createQuery("""
                        UPDATE visitor SET name = :name, email = :email, phone = :phone WHERE id = :id
                        RETURNING\s""" + COLUMNS)
                .bind("name", contacts.name())
                .bind("email", contacts.email())
                .bind("phone", contacts.phone())
                .bind("id", id.value())
                .map(SqlVisitorStore::visitor)
                .findOne();
    }

    @Override
    public Optional<Visitor> say(Transaction tx, VisitorId id, UnaryOperator<Map<PlaceSource, Place>> change) {
        return tx.handle()
                .createQuery(VISITOR + "WHERE id = :id")
                .bind("id", id.value())
                .map(SqlVisitorStore::visitor)
                .findOne()
                .flatMap(known -> tx.handle()
                        .createQuery("UPDATE visitor SET said_places = :said WHERE id = :id RETURNING " + COLUMNS)
                        .bind("said", SaidPlaces.written(change.apply(known.said())))
                        .bind("id", id.value())
                        .map(SqlVisitorStore::visitor)
                        .findOne());
    }

    private static String word(TokenKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Visitor visitor(ResultSet row, StatementContext context) throws SQLException {
        return new Visitor(
                new VisitorId(row.getLong(1)),
                new SiteId(row.getLong(2)),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                row.getInt(9),
                SaidPlaces.read(row.getString(10)));
    }
}
