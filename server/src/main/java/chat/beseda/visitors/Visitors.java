package chat.beseda.visitors;

import static chat.beseda.visitors.VisitorStore.TokenKind.PANEL;
import static chat.beseda.visitors.VisitorStore.TokenKind.VISIT;

import chat.beseda.cluster.Bus;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The visitors of all sites. Every method asks the store, so it blocks and may throw a {@link StorageException}. Thread-safe.
 *
 * <p>A browser keeps two secrets, each bound to the site. The <em>visit</em> lies in the storage of the customer's page, where
 * any script may read it: it says whose presence this is and how much is unread. The <em>token</em> lies in the storage of our
 * panel and alone opens conversations. A visit becomes a token once, while its visitor has none.
 */
public final class Visitors {
    private static final Logger log = LoggerFactory.getLogger(Visitors.class);
    private static final long NOTED_AT_MOST_EVERY = Duration.ofMinutes(1).toMillis();
    private static final long ANOTHER_VISIT_AFTER = Duration.ofMinutes(30).toMillis();

    private final Database database;
    private final VisitorStore store;
    private final Bus bus;
    private final IdSource ids;
    private final Clock clock;
    private final Predicate<VisitorId> isOnLine;
    private final RandomTokens tokens = new RandomTokens();

    /** Of a house where nobody is on line. */
    public Visitors(Database database, Bus bus, IdSource ids, Clock clock) {
        this(database, bus, ids, clock, nobody -> false);
    }

    /** @param isOnLine whoever is has not been absent, however long ago he was seen last */
    public Visitors(Database database, Bus bus, IdSource ids, Clock clock, Predicate<VisitorId> isOnLine) {
        this.database = database;
        this.store = new SqlVisitorStore(database);
        this.bus = bus;
        this.ids = ids;
        this.clock = clock;
        this.isOnLine = isOnLine;
    }

    /**
     * Says who this browser is, as a new visitor when it shows nothing we know. A page view of a known one writes nothing,
     * but for the time of it once a minute.
     *
     * @param visit what the page's storage holds
     * @param token what the panel's storage holds; ignored from a loader
     * @param panel whether the panel says hello, or the loader on the customer's page
     */
    public Recognised recognise(SiteId site, @Nullable String visit, @Nullable String token, boolean panel) {
        Optional<Visitor> ofVisit = holder(site, VISIT, visit);
        if (!panel) {
            return ofVisit.map(visitor -> new Recognised(seen(visitor), known(visit), null))
                    .orElseGet(() -> database.write(tx -> newcomer(tx, site, false)));
        }
        Optional<Visitor> ofToken = holder(site, PANEL, token);
        if (ofToken.isPresent()) {
            return atPanel(ofToken.get(), ofVisit, visit, known(token));
        }
        if (ofVisit.isPresent()) {
            Visitor visitor = seen(ofVisit.get());
            return database.write(tx -> bindPanel(tx, visitor, known(visit)));
        }
        return database.write(tx -> newcomer(tx, site, true));
    }

    /** True when {@link #recognise} with the same would find somebody and make nobody new. */
    public boolean knows(SiteId site, @Nullable String visit, @Nullable String token, boolean panel) {
        if (panel && holder(site, PANEL, token).isPresent()) {
            return true;
        }
        return holder(site, VISIT, visit)
                .filter(visitor -> !panel || !store.hasPanelToken(visitor.id()))
                .isPresent();
    }

    /** Whose panel it is that shows this secret. */
    public Optional<Visitor> ofPanel(SiteId site, String token) {
        return holder(site, PANEL, token);
    }

    public Optional<Visitor> byId(VisitorId id) {
        return store.byId(id);
    }

    /** Those of the visitors who exist, found by one query; 10,000 at most. */
    public Map<VisitorId, Visitor> byIds(Collection<VisitorId> wanted) {
        Map<VisitorId, Visitor> found = HashMap.newHashMap(wanted.size());
        store.byIds(wanted).forEach(visitor -> found.put(visitor.id(), visitor));
        return found;
    }

    /**
     * Writes down how a visitor is called and reached; null or blank takes it away. Tells {@link VisitorChanged}.
     *
     * @return the visitor as he is now, or nothing when there is none
     * @throws IllegalArgumentException when the name is over 200 characters, the e-mail over 254 or the phone over 50
     */
    public Optional<Visitor> changeContacts(
            VisitorId id, @Nullable String name, @Nullable String email, @Nullable String phone) {
        var contacts = new Contacts(name, email, phone);
        return database.write(tx -> {
            Optional<Visitor> changed = store.changeContacts(tx, id, contacts);
            changed.ifPresent(visitor -> tx.afterCommit(() -> bus.publish(new VisitorChanged(visitor.id()))));
            return changed;
        });
    }

    /**
     * Keeps where a visitor says he can be reached; his name too, where nobody wrote one down. Tells {@link VisitorChanged}.
     *
     * @param name as he says; cut, blank for none
     */
    public Optional<Visitor> leaveAddress(VisitorId id, String name, Address address) {
        String said = HostileText.tidy(name, Contacts.MAX_NAME);
        return byId(id).flatMap(before -> {
            String kept = before.name() == null ? said : before.name();
            return switch (address) {
                case Address.Email(String email) -> changeContacts(id, kept, email, before.phone());
                case Address.Phone(String phone) -> changeContacts(id, kept, before.email(), phone);
            };
        });
    }

    /**
     * Keeps what a source says of the place he is in; null takes it back. Tells {@link VisitorChanged}.
     *
     * @return the visitor as he is now, or nothing when there is none
     */
    Optional<Visitor> said(VisitorId id, PlaceSource source, @Nullable Place place) {
        return database.write(tx -> {
            Optional<Visitor> changed = store.say(tx, id, before -> {
                var said = new EnumMap<PlaceSource, Place>(PlaceSource.class);
                said.putAll(before);
                if (place == null) {
                    said.remove(source);
                } else {
                    said.put(source, place);
                }
                return said;
            });
            changed.ifPresent(visitor -> tx.afterCommit(() -> bus.publish(new VisitorChanged(visitor.id()))));
            return changed;
        });
    }

    /**
     * Nobody is this visitor any more: whoever sits at his browser begins anew. Tells {@link VisitorForgotten}; his conversations
     * stay with the operators.
     */
    public void forget(VisitorId id) {
        database.write(tx -> {
            store.forgetTokens(tx, id);
            tx.afterCommit(() -> bus.publish(new VisitorForgotten(id)));
            return id;
        });
    }

    /** Tells {@link GoalReached}; a name of nothing but white space is no goal, and a worth that can't be is none. */
    public void reached(Visitor visitor, String name, @Nullable Double value) {
        String tidy = HostileText.tidy(name, GoalReached.MAX_NAME);
        Double worth = value != null && value >= 0 && value <= GoalReached.MAX_VALUE ? value : null;
        if (!tidy.isEmpty()) {
            bus.publish(new GoalReached(visitor.site(), visitor.id(), tidy, worth, clock.millis()));
        }
    }

    /** Notes when visitors who left were seen last, UTC epoch milliseconds, as a part of a transaction. */
    public void left(Transaction tx, Map<VisitorId, Long> seenAt) {
        store.left(tx, seenAt);
    }

    private Optional<Visitor> holder(SiteId site, VisitorStore.TokenKind kind, @Nullable String secret) {
        return secret == null ? Optional.empty() : store.holder(site, kind, RandomTokens.digest(secret));
    }

    /** The panel's own token decides; a page that lost its visit, or holds another visitor's, is given one of his. */
    private Recognised atPanel(Visitor visitor, Optional<Visitor> ofVisit, @Nullable String visit, String token) {
        Visitor seen = seen(visitor);
        boolean same = ofVisit.filter(other -> other.id().equals(visitor.id())).isPresent();
        String kept = same ? known(visit) : database.write(tx -> anotherVisit(tx, visitor.id()));
        return new Recognised(seen, kept, token);
    }

    private String anotherVisit(Transaction tx, VisitorId visitor) {
        String visit = issue(tx, visitor, VISIT);
        store.forgetOldVisits(tx, visitor);
        return visit;
    }

    /** A visitor who has a token didn't show it, so this is somebody else: a stolen visit opens no conversation. */
    private Recognised bindPanel(Transaction tx, Visitor visitor, String visit) {
        return store.hasPanelToken(tx, visitor.id())
                ? newcomer(tx, visitor.site(), true)
                : new Recognised(visitor, visit, issue(tx, visitor.id(), PANEL));
    }

    private Recognised newcomer(Transaction tx, SiteId site, boolean panel) {
        long now = clock.millis();
        var id = new VisitorId(ids.next());
        var visitor = new Visitor(id, site, store.nextNumber(tx, site), null, null, null, now, now, 1, Map.of());
        store.add(tx, visitor);
        return new Recognised(visitor, issue(tx, id, VISIT), panel ? issue(tx, id, PANEL) : null);
    }

    private String issue(Transaction tx, VisitorId visitor, VisitorStore.TokenKind kind) {
        String secret = tokens.secret();
        store.addToken(tx, visitor, kind, RandomTokens.digest(secret), clock.millis());
        return secret;
    }

    /** Notes the time of it; a page view is not refused because that could not be written. */
    private Visitor seen(Visitor visitor) {
        long away = clock.millis() - visitor.lastSeenAt();
        if (away < NOTED_AT_MOST_EVERY) {
            return visitor;
        }
        boolean anotherVisit = away >= ANOTHER_VISIT_AFTER && !isOnLine.test(visitor.id());
        Visitor now = visitor.seenAgain(clock.millis(), anotherVisit);
        try {
            database.write(tx -> {
                store.seen(tx, visitor, now);
                return now;
            });
        } catch (StorageException unnoted) {
            log.atDebug().setCause(unnoted).log("visitor.seen.unnoted");
        }
        return now;
    }

    /** The secret whose holder was found, so it was there. */
    private static String known(@Nullable String secret) {
        if (secret == null) {
            throw new IllegalStateException("nobody holds an absent secret");
        }
        return secret;
    }

    /**
     * News: the site's page says that its visitor did what the site wants: placed an order, sent a form.
     *
     * @param name as the site calls it; hostile text, cleaned
     * @param value in whatever the site counts; null when it says none
     * @param at UTC epoch milliseconds
     */
    public record GoalReached(
            SiteId site,
            VisitorId visitor,
            String name,
            @Nullable Double value,
            long at) {
        static final int MAX_NAME = 64;
        static final double MAX_VALUE = 1e12;
    }
}
