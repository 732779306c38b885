package chat.beseda.operators;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.photos.Photos;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operators of the installation. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class Operators {
    private final Database database;
    private final Bus bus;
    private final InstantSource clock;
    private final Audit audit;
    private final OperatorSessions sessions;
    private final OperatorRules rules;
    private final SqlOperatorStore store = new SqlOperatorStore();
    private final Map<OperatorId, Operator> known = new ConcurrentHashMap<>();

    public Operators(
            Database database,
            Bus bus,
            InstantSource clock,
            Audit audit,
            OperatorSessions sessions,
            Sites sites,
            Departments departments) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
        this.audit = audit;
        this.sessions = sessions;
        this.rules = new OperatorRules(sites, departments);
        database.read(store::all).forEach(operator -> known.put(operator.id(), operator));
    }

    public Optional<Operator> byId(OperatorId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** What somebody is called; empty where there is nobody. */
    public String nameOf(OperatorId id) {
        return byId(id).map(Operator::name).orElse("");
    }

    /** All of them, disabled ones too, by name. */
    public List<Operator> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Operator::name).thenComparing(Operator::email))
                .toList();
    }

    /** What operators say about being available; theirs alone, and no administrative act. */
    public void setState(OperatorId id, OperatorState state) {
        setState(id, state, OperatorState.Why.OWN);
    }

    /** The same, with what it is due to. */
    public void setState(OperatorId id, OperatorState state, OperatorState.Why why) {
        database.write(
                transaction -> update(transaction, stored(transaction, id).inState(state, why)));
    }

    /**
     * Changes what an administrator may change. Another role, and being disabled, ends the operator's sessions at once.
     *
     * @throws Unknown when there is no such operator
     * @throws InvalidFields naming everything that is wrong with the draft
     * @throws Conflict {@code last_administrator} when nobody would be left to administer
     */
    public Operator change(Actor actor, OperatorId id, OperatorDraft draft) {
        return database.write(transaction -> {
            Operator now = stored(transaction, id);
            Operator changed = rules.changed(now, draft);
            boolean administers = changed.role() == Role.ADMINISTRATOR && !changed.disabled();
            if (!administers && !store.hasOtherAdministrator(transaction.handle(), id)) {
                throw new Conflict("last_administrator");
            }
            if (changed.disabled() || changed.role() != now.role()) {
                sessions.endAll(transaction, id, null);
            }
            audit.write(transaction, actor, "operator.changed", "operator " + id, details(changed));
            return update(transaction, changed);
        });
    }

    /**
     * Changes what everybody may change about themselves.
     *
     * @throws InvalidFields naming everything that is wrong with the draft
     */
    public Operator changeOwn(OperatorId id, OwnDraft draft) {
        return database.write(transaction -> update(transaction, rules.changed(stored(transaction, id), draft)));
    }

    /**
     * Tells colleagues something for a while; an empty text takes it back.
     *
     * @param until null: until it is taken back
     * @throws InvalidFields when the text is too long or the time is over or far away
     */
    public Operator setStatus(OperatorId id, String text, @Nullable Long until) {
        Profile.Status status = OperatorRules.status(text, until, clock.millis());
        return database.write(transaction -> {
            Operator now = stored(transaction, id);
            return update(transaction, now.with(now.profile().saying(status)));
        });
    }

    /** Gives the operator a picture that {@link Photos} keeps, or none. */
    public Operator setPhoto(Actor actor, OperatorId id, @Nullable String photo) {
        return database.write(transaction -> {
            String act = photo == null ? "operator.photo.removed" : "operator.photo.set";
            audit.write(transaction, actor, act, "operator " + id, Map.of());
            return withPhoto(transaction, id, photo);
        });
    }

    /** The console of the operator was heard a moment ago. In memory: the sessions write signs of life down. */
    void heard(OperatorId id) {
        known.computeIfPresent(id, (same, operator) -> operator.seen(clock.millis()));
    }

    /** Adds one whose fields were checked. The e-mail must be free. */
    public Operator add(Transaction transaction, Operator operator, String passwordHash) {
        store.insert(transaction.handle(), operator, passwordHash);
        transaction.afterCommit(() -> tell(operator));
        return operator;
    }

    public OperatorRules rules() {
        return rules;
    }

    /** As the transaction sees them: memory follows only after the commit, which several changes may share. */
    private Operator stored(Transaction transaction, OperatorId id) {
        return store.byId(transaction.handle(), id).orElseThrow(() -> new Unknown("operator", id));
    }

    private Operator withPhoto(Transaction transaction, OperatorId id, @Nullable String photo) {
        Operator now = stored(transaction, id);
        return update(transaction, now.with(now.profile().with(photo)));
    }

    private Operator update(Transaction transaction, Operator operator) {
        store.update(transaction.handle(), operator);
        transaction.afterCommit(() -> tell(operator));
        return operator;
    }

    private void tell(Operator operator) {
        known.merge(
                operator.id(),
                operator,
                (before, now) -> before.lastSeenAt() == null ? now : now.seen(before.lastSeenAt()));
        bus.publish(new OperatorChanged(operator.id()));
    }

    private static Map<String, String> details(Operator operator) {
        return Map.of(
                "role", operator.role().name().toLowerCase(Locale.ROOT),
                "disabled", Boolean.toString(operator.disabled()),
                "sites", operator.sites().stream().map(Object::toString).collect(Collectors.joining(" ")));
    }
}
