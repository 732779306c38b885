package chat.beseda.clients;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.storage.Database;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorChanged;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Which visitors of a site are one person: a second browser, a telephone. Operators say so, or the site's server by signing the
 * same client id in both; what is only claimed joins nobody, for whoever sits before a page could claim to be another. Each
 * window goes on to show its own conversations only. Blocks; thread-safe.
 */
public final class Profiles {
    /** Of one person so many visitors are told of. */
    static final int MOST = 50;

    private static final int ALIKE = 10;

    private final Database database;
    private final Bus bus;
    private final Visitors visitors;
    private final Audit audit;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final SqlProfileStore store = new SqlProfileStore();

    Profiles(Database database, Bus bus, Visitors visitors, Audit audit, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.visitors = visitors;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that are this person, the visitor himself among them, by id; {@value #MOST} at most. */
    public List<VisitorId> of(VisitorId visitor) {
        return database.read(handle -> store.of(handle, visitor, MOST));
    }

    /** Whether operators said so, not only the site. */
    public boolean isMerged(VisitorId visitor) {
        return database.read(handle -> store.isMerged(handle, visitor));
    }

    /** Visitors of the same site who may be the same person, the last seen first; 10 at most. */
    public List<Visitor> alike(Visitor visitor) {
        return others(visitor, database.read(handle -> store.alike(handle, visitor, ALIKE + MOST)));
    }

    /** Visitors of the same site with this number, e-mail, phone or client id, the last seen first; 10 at most. */
    public List<Visitor> found(Visitor visitor, String text) {
        return others(visitor, database.read(handle -> store.found(handle, visitor.site(), text, ALIKE + MOST)));
    }

    private List<Visitor> others(Visitor visitor, List<VisitorId> found) {
        List<VisitorId> same = of(visitor.id());
        List<VisitorId> others =
                found.stream().filter(id -> !same.contains(id)).limit(ALIKE).toList();
        Map<VisitorId, Visitor> known = visitors.byIds(others);
        return others.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /**
     * Makes two visitors, and all that each of them is already, one person. A name and addresses that one lacks are taken from
     * the other. Tells {@link VisitorChanged} of both.
     *
     * @throws IllegalArgumentException when they are of different sites
     */
    public void merge(Actor actor, Visitor one, Visitor other) {
        if (!one.site().equals(other.site())) {
            throw new IllegalArgumentException("visitors of different sites: " + one.id() + ", " + other.id());
        }
        database.write(tx -> {
            store.merge(
                    tx.handle(), List.of(one.id(), other.id()), random.nextLong(), actor.operator(), clock.millis());
            store.fill(tx.handle(), one.id(), other.id());
            store.fill(tx.handle(), other.id(), one.id());
            audit.write(
                    tx,
                    actor,
                    "visitor.merged",
                    "visitor " + one.id().value(),
                    Map.of("with", Long.toString(other.id().value())));
            tellOf(tx::afterCommit, one.id(), other.id());
            return one;
        });
    }

    /** Makes a visitor a person of their own again, as far as operators said otherwise. Tells {@link VisitorChanged}. */
    public void separate(Actor actor, Visitor visitor) {
        database.write(tx -> {
            if (store.separate(tx.handle(), visitor.id())) {
                audit.write(
                        tx,
                        actor,
                        "visitor.separated",
                        "visitor " + visitor.id().value(),
                        Map.of());
                tellOf(tx::afterCommit, visitor.id());
            }
            return visitor;
        });
    }

    private void tellOf(Consumer<Runnable> later, VisitorId... changed) {
        later.accept(() -> List.of(changed).forEach(id -> bus.publish(new VisitorChanged(id))));
    }
}
