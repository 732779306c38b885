package chat.beseda.conversations;

import static chat.beseda.conversations.SqlConversationRow.bindIdentity;
import static chat.beseda.conversations.SqlConversationRow.bindLog;
import static chat.beseda.conversations.SqlConversationRow.bindState;

import chat.beseda.events.ClientId;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.EventText;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.files.Enclosures;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Conversations in the tables {@code conversation} and {@code event}. A message costs four statements. */
final class SqlConversationStore implements ConversationStore {
    private static final String EVENT_COLUMNS = "stream, seq, at, author_kind, author_id, client_id, body";
    private static final SqlConversationRow ROW = new SqlConversationRow();
    private static final Enclosures ENCLOSURES = new Enclosures();

    private static final String CONVERSATION = "SELECT " + SqlConversationRow.COLUMNS + " FROM conversation ";
    private static final String EVENT = "SELECT " + EVENT_COLUMNS + " FROM event ";

    private final Database database;
    /** Ends a query whose row stays as it is. */
    private final String holding;

    SqlConversationStore(Database database) {
        this.database = database;
        this.holding = " " + database.dialect().holdingRows();
    }

    @Override
    public Optional<Conversation> held(Transaction tx, ConversationId id) {
        return holding(tx, CONVERSATION + "WHERE id = :id")
                .bind("id", id.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Conversation> heldOpen(Transaction tx, VisitorId visitor) {
        return holding(tx, CONVERSATION + "WHERE visitor_id = :visitor AND closed_at IS NULL")
                .bind("visitor", visitor.value())
                .map(ROW)
                .findOne();
    }

    @Override
    public Optional<Conversation> heldOpenAlone(Transaction tx, VisitorId visitor) {
        holding(tx, "SELECT id FROM visitor WHERE id = :visitor")
                .bind("visitor", visitor.value())
                .mapTo(long.class)
                .findOne();
        return heldOpen(tx, visitor);
    }

    private Query holding(Transaction tx, String query) {
        return tx.handle().createQuery(query + holding);
    }

    @Override
    public Optional<Posted.Stored> sent(Transaction tx, VisitorId sender, ClientId cid) {
        return sent(tx, SqlConversationRow.VISITOR, sender.value(), cid).stream()
                .findFirst();
    }

    @Override
    public Optional<Posted.Stored> sent(Transaction tx, OperatorId sender, ConversationId conversation, ClientId cid) {
        return sent(tx, SqlConversationRow.OPERATOR, sender.value(), cid).stream()
                .filter(stored -> stored.conversation().equals(conversation))
                .findFirst();
    }

    private static List<Posted.Stored> sent(Transaction tx, int kind, long sender, ClientId cid) {
        return tx.handle()
                .createQuery("""
                        SELECT <columns>, conversation_id,
                            (SELECT visitor_key FROM conversation WHERE id = event.conversation_id)
                        FROM event
                        WHERE author_kind = :kind AND author_id = :sender AND client_id = :cid
                        """)
                .define("columns", EVENT_COLUMNS)
                .bind("kind", kind)
                .bind("sender", sender)
                .bind("cid", cid.value())
                .map((row, context) -> new Posted.Stored(
                        new ConversationId(row.getLong(8)), event(row, context), true, row.getString(9)))
                .list();
    }

    @Override
    public OptionalLong openedAt(Transaction tx, VisitorId visitor, int before) {
        return tx
                .handle()
                .createQuery("""
                        SELECT opened_at FROM conversation WHERE visitor_id = :visitor
                        ORDER BY id DESC LIMIT 1 OFFSET :before
                        """)
                .bind("visitor", visitor.value())
                .bind("before", before)
                .mapTo(long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void open(Transaction tx, Change change) {
        var insert = tx.handle().createUpdate("""
                INSERT INTO conversation (id, visitor_key, site_id, department_id, department_since, visitor_id, language, version, opened_at,
                    waiting_since, public_top, internal_top, visitor_seen, operator_seen,
                    preview_author_kind, preview_author_id, preview_text, preview_at)
                VALUES (:id, :key, :site, :department, :departmentSince, :visitor, :language, :version, :openedAt,
                    :waitingSince, :publicTop, :internalTop, 0, 0,
                    :previewKind, :previewAuthor, :previewText, :previewAt)
                """);
        Facts facts = change.now().facts();
        bindLog(bindIdentity(insert, facts), facts)
                .bind("version", facts.version())
                .execute();
        addEvents(tx, change);
    }

    @Override
    public void append(Transaction tx, Change change) {
        addEvents(tx, change);
        var update = tx.handle().createUpdate("""
                UPDATE conversation
                SET public_top = :publicTop, internal_top = :internalTop, waiting_since = :waitingSince,
                    preview_author_kind = :previewKind, preview_author_id = :previewAuthor,
                    preview_text = :previewText, preview_at = :previewAt
                WHERE id = :id
                """);
        bindLog(update, change.now().facts()).execute();
    }

    @Override
    public void turn(Transaction tx, Change change) {
        append(tx, change);
        var update = tx.handle().createUpdate("""
                UPDATE conversation
                SET version = :version, owner_id = :owner, taken_at = :takenAt,
                    closed_at = :closedAt, closed_by = :closedBy,
                    department_id = :department, department_since = :departmentSince, passed = :passed, ahead = :ahead,
                    offered_to = :offeredTo, offered_at = :offeredAt, offered_until = :offeredUntil, transfer = :transfer
                WHERE id = :id
                """);
        bindState(update, change.now()).bind("id", change.now().id().value()).execute();
        if (change.offerEnd() != null) {
            addOfferEnd(tx, change.now().facts(), change.offerEnd());
        }
    }

    private static void addOfferEnd(Transaction tx, Facts facts, Change.OfferEnd end) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO offer_log (conversation_id, offered_at, operator_id, ended_at, outcome, site_id)
                        VALUES (:id, :offeredAt, :operator, :endedAt, :outcome, :site)
                        ON CONFLICT (conversation_id, offered_at, operator_id) DO UPDATE
                        SET ended_at = excluded.ended_at, outcome = excluded.outcome
                        """)
                .bind("id", facts.id().value())
                .bind("site", facts.site().value())
                .bind("offeredAt", end.offeredAt())
                .bind("operator", end.to().value())
                .bind("endedAt", end.endedAt())
                .bind("outcome", end.result().name().toLowerCase(Locale.ROOT))
                .execute();
    }

    private static void addEvents(Transaction tx, Change change) {
        Facts facts = change.now().facts();
        for (Event event : change.events()) {
            ClientId cid = event.cid();
            tx.handle()
                    .createUpdate("""
                            INSERT INTO event (conversation_id, stream, seq, at, author_kind, author_id, client_id, body)
                            VALUES (:id, :stream, :seq, :at, :kind, :author, :cid, :body)
                            """)
                    .bind("id", facts.id().value())
                    .bind("stream", number(event.stream()))
                    .bind("seq", event.seq())
                    .bind("at", event.at())
                    .bind("kind", SqlConversationRow.kind(event.author()))
                    .bind("author", SqlConversationRow.authorId(event.author(), facts))
                    .bind("cid", cid == null ? null : cid.value())
                    .bind("body", EventText.of(event.body()))
                    .execute();
            if (event.body() instanceof EventBody.Message message) {
                ENCLOSURES.say(tx, message.files(), facts.id().value());
            }
        }
    }

    @Override
    public Optional<SeenChanged> seen(Transaction tx, ConversationId id, Side side, long seq) {
        String column = switch (side) {
            case VISITOR -> "visitor_seen";
            case OPERATOR -> "operator_seen";
        };
        return tx.handle()
                .createQuery("""
                        UPDATE conversation
                        SET <column> = CASE WHEN public_top < :seq THEN public_top ELSE :seq END
                        WHERE id = :id AND <column> < :seq AND <column> < public_top
                        RETURNING visitor_id, <column>
                        """)
                .define("column", column)
                .bind("seq", seq)
                .bind("id", id.value())
                .map((row, context) -> new SeenChanged(id, new VisitorId(row.getLong(1)), side, row.getLong(2)))
                .findOne();
    }

    @Override
    public Optional<Conversation> byId(ConversationId id) {
        return database.read(handle -> handle.createQuery(CONVERSATION + "WHERE id = :id")
                .bind("id", id.value())
                .map(ROW)
                .findOne());
    }

    @Override
    public Optional<Conversation> byKey(VisitorId visitor, String key) {
        return database.read(
                handle -> handle.createQuery(CONVERSATION + "WHERE visitor_key = :key AND visitor_id = :visitor")
                        .bind("key", key)
                        .bind("visitor", visitor.value())
                        .map(ROW)
                        .findOne());
    }

    @Override
    public List<Conversation> open(int limit) {
        return database.read(
                handle -> handle.createQuery(CONVERSATION + "WHERE closed_at IS NULL ORDER BY id LIMIT :limit")
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** Asked of each index by itself: there is none of open and closed ones together. */
    @Override
    public boolean anyOf(SiteId site) {
        return database.read(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM conversation WHERE site_id = :site AND closed_at IS NOT NULL)
                            OR EXISTS (SELECT 1 FROM conversation WHERE site_id = :site AND closed_at IS NULL)
                        """)
                .bind("site", site.value())
                .mapTo(boolean.class)
                .one());
    }

    @Override
    public List<Conversation> ofVisitors(Collection<VisitorId> visitors, @Nullable ConversationId before, int limit) {
        return database.read(handle -> handle.createQuery(CONVERSATION + """
                        WHERE visitor_id IN (<visitors>) AND id < :before
                        ORDER BY id DESC LIMIT :limit
                        """)
                .bindList("visitors", visitors.stream().map(VisitorId::value).toList())
                .bind("before", before == null ? Long.MAX_VALUE : before.value())
                .bind("limit", limit)
                .map(ROW)
                .list());
    }

    @Override
    public Optional<OperatorId> lastOwner(VisitorId visitor) {
        return database.read(handle -> handle.createQuery("""
                        SELECT owner_id FROM conversation
                        WHERE visitor_id = :visitor AND closed_at IS NOT NULL AND owner_id IS NOT NULL
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("visitor", visitor.value())
                .mapTo(long.class)
                .findOne()
                .map(OperatorId::new));
    }

    @Override
    public List<Conversation> closed(ClosedFilter filter, @Nullable ConversationId before, int limit) {
        return switch (filter) {
            case ClosedFilter.Any() -> database.read(handle -> page(handle, CONVERSATION + """
                        WHERE closed_at IS NOT NULL AND id < :before
                        ORDER BY id DESC LIMIT :limit
                        """, null, before, limit));
            case ClosedFilter.OfOwner(OperatorId owner) ->
                database.read(handle -> page(handle, CONVERSATION + """
                        WHERE owner_id = :whose AND closed_at IS NOT NULL AND id < :before
                        ORDER BY id DESC LIMIT :limit
                        """, owner.value(), before, limit));
            case ClosedFilter.OfSites(var sites) -> closedOfSites(sites, before, limit);
        };
    }

    /** A query a site, so that each walks its index no further than the limit. */
    private List<Conversation> closedOfSites(Iterable<SiteId> sites, @Nullable ConversationId before, int limit) {
        var found = new ArrayList<Conversation>();
        database.read(handle -> {
            for (SiteId site : sites) {
                found.addAll(page(handle, CONVERSATION + """
                        WHERE site_id = :whose AND closed_at IS NOT NULL AND id < :before
                        ORDER BY id DESC LIMIT :limit
                        """, site.value(), before, limit));
            }
            return found;
        });
        found.sort(Comparator.comparingLong((Conversation each) -> each.id().value())
                .reversed());
        return found.subList(0, Math.min(limit, found.size()));
    }

    private static List<Conversation> page(
            Handle handle, String query, @Nullable Long whose, @Nullable ConversationId before, int limit) {
        Query page = handle.createQuery(query)
                .bind("before", before == null ? Long.MAX_VALUE : before.value())
                .bind("limit", limit);
        return (whose == null ? page : page.bind("whose", whose)).map(ROW).list();
    }

    @Override
    public List<Event> after(ConversationId id, Stream stream, long after, int limit) {
        return database.read(handle -> events(handle, EVENT + """
                WHERE conversation_id = :id AND stream = :stream AND seq > :edge
                ORDER BY seq LIMIT :limit
                """, id, stream, after, limit));
    }

    @Override
    public List<Event> before(ConversationId id, Stream stream, long before, int limit) {
        return database.read(handle -> events(handle, EVENT + """
                WHERE conversation_id = :id AND stream = :stream AND seq < :edge
                ORDER BY seq DESC LIMIT :limit
                """, id, stream, before, limit));
    }

    private static List<Event> events(
            Handle handle, String query, ConversationId id, Stream stream, long edge, int limit) {
        return handle.createQuery(query)
                .bind("id", id.value())
                .bind("stream", number(stream))
                .bind("edge", edge)
                .bind("limit", limit)
                .map(SqlConversationStore::event)
                .list();
    }

    @Override
    public int answersAfter(ConversationId id, long seq, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM (
                            SELECT 1 FROM event
                            WHERE conversation_id = :id AND stream = 0 AND seq > :seq
                                AND author_kind = 2 AND client_id IS NOT NULL
                            LIMIT :limit) AS answers
                        """)
                .bind("id", id.value())
                .bind("seq", seq)
                .bind("limit", limit)
                .mapTo(int.class)
                .one());
    }

    private static int number(Stream stream) {
        return switch (stream) {
            case PUBLIC -> 0;
            case INTERNAL -> 1;
        };
    }

    private static Event event(ResultSet row, StatementContext context) throws SQLException {
        String cid = row.getString(6);
        return new Event(
                row.getInt(1) == 0 ? Stream.PUBLIC : Stream.INTERNAL,
                row.getLong(2),
                row.getLong(3),
                SqlConversationRow.author(row.getInt(4), row.getLong(5)),
                cid == null ? null : new ClientId(cid),
                EventText.read(row.getString(7)));
    }
}
