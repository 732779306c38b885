package chat.beseda.operators;

import chat.beseda.cluster.Bus;
import chat.beseda.forms.Unknown;
import chat.beseda.security.RandomTokens;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.settings.Settings;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins of operators. A session dies of silence (nobody did anything in it, whatever its page did by itself), of age,
 * or because somebody ends it; then {@link SessionEnded} is told, and its lines close. Asked from memory; acts reach the disk
 * once a minute. Thread-safe.
 */
public final class OperatorSessions {
    static final int MOST_PER_OPERATOR = 5;
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration FLUSH = Duration.ofSeconds(60);
    private static final int AGENT_LENGTH = 300;

    private final Database database;
    private final Bus bus;
    private final InstantSource clock;
    private final RandomTokens tokens;
    private final InstallationSettings settings;
    private final SqlSessionStore store = new SqlSessionStore();
    private final SqlOperatorStore people = new SqlOperatorStore();
    private final Map<String, OperatorSession> sessions = new ConcurrentHashMap<>();
    private final Map<String, String> idsByDigest = new ConcurrentHashMap<>();
    private final Set<String> acting = ConcurrentHashMap.newKeySet();

    public OperatorSessions(
            Database database, Bus bus, InstantSource clock, RandomTokens tokens, InstallationSettings settings) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
        this.tokens = tokens;
        this.settings = settings;
        for (SqlSessionStore.Stored stored : database.read(store::all)) {
            sessions.put(stored.session().id(), stored.session());
            idsByDigest.put(stored.digest(), stored.session().id());
        }
    }

    /** A session and the secret the browser keeps; the secret is told once. */
    public record Opened(OperatorSession session, String token) {}

    /** Ends what is over and writes acts down, until the timers stop. */
    public void keep(Timers timers) {
        timers.every(SWEEP, this::endExpired);
        timers.every(FLUSH, this::flush);
    }

    /**
     * Opens a session; the oldest of more than five ends.
     *
     * @throws Unknown when there is no such operator, or they are disabled
     */
    public Opened open(OperatorId operator, String address, String agent) {
        return database.write(transaction -> {
            if (!people.mayEnter(transaction.handle(), operator)) {
                throw new Unknown("operator", operator);
            }
            return open(transaction, operator, address, agent);
        });
    }

    /** The same for somebody who was looked at in this transaction. */
    public Opened open(Transaction transaction, OperatorId operator, String address, String agent) {
        long now = clock.millis();
        String cut = agent.length() > AGENT_LENGTH ? agent.substring(0, AGENT_LENGTH) : agent;
        var session = new OperatorSession(tokens.name(), operator, now, now, address, cut);
        String token = tokens.secret();
        String digest = RandomTokens.digest(token);
        store.idsOf(transaction.handle(), operator).stream()
                .skip(MOST_PER_OPERATOR - 1L)
                .forEach(old -> end(transaction, old, operator));
        store.insert(transaction.handle(), digest, session);
        transaction.afterCommit(() -> {
            sessions.put(session.id(), session);
            idsByDigest.put(digest, session.id());
        });
        return new Opened(session, token);
    }

    /** The session of a cookie. Being asked for does not prolong it: an open page asks by itself. */
    public Optional<OperatorSession> authenticate(String token) {
        @Nullable String id = idsByDigest.get(RandomTokens.digest(token));
        return id == null ? Optional.empty() : byId(id);
    }

    /** The session by its public name while it holds; cheap, from memory: a socket asks at every frame. */
    public Optional<OperatorSession> byId(String session) {
        return Optional.ofNullable(sessions.get(session)).filter(this::holds);
    }

    /** A person did something in the session: only that keeps it from dying of silence. */
    public void acted(String session) {
        long now = clock.millis();
        sessions.computeIfPresent(session, (id, known) -> holds(known) ? known.seen(now) : known);
        acting.add(session);
    }

    /** An operator's sessions, newest first. */
    public List<OperatorSession> of(OperatorId operator) {
        return sessions.values().stream()
                .filter(session -> session.operator().equals(operator) && holds(session))
                .sorted(Comparator.comparingLong(OperatorSession::createdAt).reversed())
                .toList();
    }

    /**
     * Ends one of an operator's sessions.
     *
     * @throws Unknown when it is not there or not theirs
     */
    public void end(OperatorId owner, String session) {
        OperatorSession known = byId(session)
                .filter(found -> found.operator().equals(owner))
                .orElseThrow(() -> new Unknown("session", session));
        database.write(transaction -> end(transaction, known.id(), owner));
    }

    /** Ends all sessions of an operator but one. */
    public void endOthers(OperatorId operator, String kept) {
        database.write(transaction -> endAll(transaction, operator, kept));
    }

    /**
     * Ends them together with what made it necessary: a new password, another role, being disabled. Asks the table, not memory,
     * which hears of a session only after the commit that opened it.
     */
    public int endAll(Transaction transaction, OperatorId operator, @Nullable String kept) {
        List<String> ended = store.idsOf(transaction.handle(), operator).stream()
                .filter(session -> !session.equals(kept))
                .toList();
        ended.forEach(session -> end(transaction, session, operator));
        return ended.size();
    }

    /** Writes down when somebody acted, as far as that is new. */
    public void flush() {
        var seen = new ArrayList<OperatorSession>();
        for (String id : List.copyOf(acting)) {
            acting.remove(id);
            byId(id).ifPresent(seen::add);
        }
        if (!seen.isEmpty()) {
            database.write(transaction -> {
                store.updateSeen(transaction.handle(), seen);
                return seen.size();
            });
        }
    }

    /** Ends the sessions whose time has run out. They stopped holding at that very moment; now their lines hear of it. */
    void endExpired() {
        List<OperatorSession> expired =
                sessions.values().stream().filter(session -> !holds(session)).toList();
        expired.forEach(session -> forget(session.id(), session.operator()));
        if (!expired.isEmpty()) {
            database.write(transaction -> {
                expired.forEach(session -> store.delete(transaction.handle(), session.id()));
                return expired.size();
            });
        }
    }

    private boolean holds(OperatorSession session) {
        Settings limits = settings.now();
        long now = clock.millis();
        return now < session.seenAt() + limits.sessionIdle().toMillis()
                && now < session.createdAt() + limits.sessionAbsolute().toMillis();
    }

    private String end(Transaction transaction, String session, OperatorId operator) {
        store.delete(transaction.handle(), session);
        transaction.afterCommit(() -> forget(session, operator));
        return session;
    }

    private void forget(String session, OperatorId operator) {
        if (sessions.remove(session) != null) {
            idsByDigest.values().remove(session);
            bus.publish(new SessionEnded(session, operator));
        }
    }
}
