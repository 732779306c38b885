package chat.beseda.bans;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bans of all sites. Reads come from memory; verbs return when the change is durable, and the other nodes hear of it.
 * Thread-safe.
 */
public final class Bans {
    private static final Logger log = LoggerFactory.getLogger(Bans.class);

    private final Database database;
    private final SqlBanStore store = new SqlBanStore();
    private final IdSource ids;
    private final Audit audit;
    private final Bus bus;
    private final InstantSource clock;
    private final Map<Ban.Subject, Ban> known = new ConcurrentHashMap<>();

    public Bans(Database database, Bus bus, IdSource ids, Audit audit, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
        bus.subscribe(Banned.class, news -> reread(news.ban().subject()));
        bus.subscribe(BanLifted.class, news -> reread(news.ban().subject()));
        database.read(store::all).forEach(ban -> known.put(ban.subject(), ban));
    }

    /** The ban of the visitor himself, while it holds. */
    public Optional<Ban> of(SiteId site, VisitorId visitor) {
        return held(new Ban.Subject(site, null, visitor));
    }

    /** The ban of everybody who comes from the address, while it holds. */
    public Optional<Ban> ofAddress(SiteId site, String address) {
        return known.isEmpty() ? Optional.empty() : held(new Ban.Subject(site, Network.of(address), null));
    }

    /** Those that hold, the newest first. */
    public List<Ban> all() {
        long now = clock.millis();
        return known.values().stream()
                .filter(ban -> ban.holds(now))
                .sorted(Comparator.comparingLong(Ban::id).reversed())
                .toList();
    }

    /**
     * Bans the visitor, or everybody of an address; tells {@link Banned}.
     *
     * @param address null: the visitor alone, wherever he comes from
     * @param length null: for ever
     */
    public Ban ban(
            Actor actor,
            OperatorId operator,
            Visitor visitor,
            @Nullable String address,
            @Nullable Duration length,
            String reason) {
        long now = clock.millis();
        var ban = new Ban(
                ids.next(),
                visitor.site(),
                address == null ? null : Network.of(address),
                visitor.id(),
                operator,
                now,
                length == null ? null : now + length.toMillis(),
                reason);
        return database.write(tx -> {
            store.forget(tx.handle(), now);
            store.put(tx.handle(), ban);
            write(tx, actor, "visitor.banned", ban);
            tx.afterCommit(() -> {
                known.values().removeIf(old -> !old.holds(now));
                known.put(ban.subject(), ban);
                bus.publish(new Banned(ban));
            });
            return ban;
        });
    }

    /** Ends a ban before its time; tells {@link BanLifted}. One that has ended is no trouble. */
    public void lift(Actor actor, Ban ban) {
        database.write(tx -> {
            store.remove(tx.handle(), ban.id());
            write(tx, actor, "ban.lifted", ban);
            tx.afterCommit(() -> {
                known.remove(ban.subject(), ban);
                bus.publish(new BanLifted(ban));
            });
            return ban;
        });
    }

    private void reread(Ban.Subject subject) {
        try {
            known.compute(
                    subject,
                    (same, old) ->
                            database.read(handle -> store.find(handle, subject)).orElse(null));
        } catch (StorageException later) {
            log.atWarn().setCause(later).log("ban.unread");
        }
    }

    private Optional<Ban> held(Ban.Subject subject) {
        return Optional.ofNullable(known.get(subject)).filter(ban -> ban.holds(clock.millis()));
    }

    private void write(Transaction tx, Actor actor, String act, Ban ban) {
        var details = new HashMap<String, String>();
        details.put("site", ban.site().toString());
        details.put("reason", ban.reason());
        if (ban.network() != null) {
            details.put("address", ban.network());
        }
        if (ban.until() != null) {
            details.put("until", ban.until().toString());
        }
        audit.write(tx, actor, act, "visitor " + ban.visitor().value(), details);
    }
}
