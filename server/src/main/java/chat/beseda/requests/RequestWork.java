package chat.beseda.requests;

import chat.beseda.cluster.Bus;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requests.RequestChanged.Why;
import chat.beseda.requests.RequestEvent.What;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.VisitorId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operators do with requests. Each verb is one transaction, so that of two at once one is first and the other is told.
 *
 * <p>Verbs throw {@link Unknown} when there is no such request or it is not theirs to see, and {@link Conflict}: {@code
 * request_claimed} naming {@code by} whom, {@code request_done}, {@code request_open}. Acts on what is nobody's claim it.
 */
public final class RequestWork {
    private static final int NOTE = 4000;
    private static final long FURTHEST = Duration.ofDays(366).toMillis();

    private final Database database;
    private final Bus bus;
    private final SqlRequestStore store;
    private final RequestRights rights;
    private final Operators operators;
    private final LetterTalks talks;
    private final InstantSource clock;

    RequestWork(
            Database database,
            Bus bus,
            SqlRequestStore store,
            RequestRights rights,
            Operators operators,
            LetterTalks talks,
            InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.store = store;
        this.rights = rights;
        this.operators = operators;
        this.talks = talks;
        this.clock = clock;
    }

    /**
     * Makes it theirs, and with it all of that client that are nobody's and theirs to see; tells which. Letters of theirs go on as
     * conversations then, also one that was theirs already.
     */
    public List<RequestId> claim(Operator me, RequestId id) {
        List<RequestId> claimed = database.write(tx -> {
            Request request = held(tx, me, id);
            Standing standing = request.standing();
            return switch (standing.state()) {
                case DONE -> throw new Conflict("request_done");
                case CLAIMED -> {
                    if (!me.id().equals(standing.owner())) {
                        throw claimed(standing.owner());
                    }
                    yield List.<RequestId>of();
                }
                case OPEN -> claimAll(tx, me, request);
            };
        });
        converse(me, id, claimed.isEmpty() ? List.of(id) : claimed.reversed());
        return claimed;
    }

    /**
     * Those of the visitor who left the first: others are opened when somebody turns to them. The oldest first, so that they stand in
     * the conversation as they came.
     */
    private void converse(Operator me, RequestId first, List<RequestId> mine) {
        Optional<VisitorId> visitor = database.read(handle -> store.byId(handle, first))
                .map(request -> request.left().keys().visitor());
        for (RequestId id : mine) {
            database.read(handle -> store.byId(handle, id))
                    .filter(request -> request.left().nature() == Nature.LETTER
                            && visitor.filter(request.left().keys().visitor()::equals)
                                    .isPresent()
                            && request.standing().conversation() == null)
                    .flatMap(letter -> talks.open(me, letter))
                    .ifPresent(conversation -> database.write(tx -> {
                        store.held(tx.handle(), id).ifPresent(now -> {
                            Request going = now.with(now.standing().in(conversation.value()));
                            store.put(tx.handle(), going);
                            tx.afterCommit(() -> bus.publish(new RequestChanged(going, Why.CHANGED)));
                        });
                        return true;
                    }));
        }
    }

    private List<RequestId> claimAll(Transaction tx, Operator me, Request request) {
        var claimed = new ArrayList<RequestId>();
        for (Request each : store.ofClient(tx.handle(), request.left().keys(), Requests.MOST_OF_A_CLIENT)) {
            if (rights.mayWork(me, each)) {
                store.held(tx.handle(), each.id())
                        .filter(now -> now.standing().state() == RequestState.OPEN)
                        .ifPresent(now -> {
                            change(tx, now, now.standing().claimed(me.id(), clock.millis()), event(What.CLAIMED, me));
                            claimed.add(now.id());
                        });
            }
        }
        return claimed;
    }

    /**
     * Gives it back to whoever takes it.
     *
     * @param all of that client that they have
     */
    public void release(Operator me, RequestId id, boolean all) {
        database.write(tx -> {
            Request request = theirs(tx, me, id);
            OperatorId owner = request.standing().owner();
            for (Request each : all ? having(tx, me, request, owner) : List.of(request)) {
                change(tx, each, each.standing().released(), event(What.RELEASED, me));
            }
            return true;
        });
    }

    /**
     * Gives it to somebody else.
     *
     * @param all of that client that they have and the other one may see
     * @throws chat.beseda.forms.InvalidFields when the other one may not see it, or the note is too long
     */
    public void hand(Operator me, RequestId id, OperatorId to, boolean all, String note) {
        String kept = note(note, 0);
        database.write(tx -> {
            Request request = held(tx, me, id);
            if (request.standing().isDone()) {
                throw new Conflict("request_done");
            }
            OperatorId owner = request.standing().owner();
            if (owner != null) {
                mayTouch(me, request);
            }
            Operator other = operators
                    .byId(to)
                    .filter(known -> rights.mayWork(known, request))
                    .orElseThrow(() -> wrong("to", to.toString()));
            List<Request> handed = all ? having(tx, me, request, owner) : List.of(request);
            for (Request each : handed) {
                if (rights.mayWork(other, each)) {
                    var event = new RequestEvent(clock.millis(), What.HANDED, me.id(), to, null, null, kept);
                    change(tx, each, each.standing().claimed(to, clock.millis()), event);
                }
            }
            return true;
        });
    }

    /** Those of its client that somebody has, or nobody; itself among them. */
    private List<Request> having(Transaction tx, Operator me, Request request, @Nullable OperatorId owner) {
        var found = new ArrayList<>(List.of(request));
        for (Request each : store.ofClient(tx.handle(), request.left().keys(), Requests.MOST_OF_A_CLIENT)) {
            OperatorId has = each.standing().owner();
            boolean same = owner == null ? has == null : owner.equals(has);
            if (same && !each.id().equals(request.id()) && rights.mayWork(me, each)) {
                store.held(tx.handle(), each.id()).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * The client was called.
     *
     * @param next when it is tried next, where nobody answered
     */
    public void attempt(Operator me, RequestId id, RequestOutcome outcome, @Nullable Long next, String note) {
        String kept = note(note, 0);
        long now = clock.millis();
        if (outcome == RequestOutcome.NO_ANSWER) {
            inTime("nextAt", next);
        }
        act(me, id, (tx, request) -> {
            Standing tried = request.standing().tried();
            Standing after = outcome == RequestOutcome.NO_ANSWER && next != null
                    ? tried.toBeTriedAt(next)
                    : tried.done(outcome, now, null);
            change(tx, request, after, new RequestEvent(now, What.ATTEMPT, me.id(), null, outcome, next, kept));
        });
    }

    /**
     * Puts it off.
     *
     * @param until null: not any more
     */
    public void snooze(Operator me, RequestId id, @Nullable Long until) {
        if (until != null) {
            inTime("until", until);
        }
        act(me, id, (tx, request) -> {
            var event = new RequestEvent(clock.millis(), What.SNOOZED, me.id(), null, null, until, "");
            change(tx, request, request.standing().snoozed(until == null ? 0 : until), event);
        });
    }

    /** Writes something beside it; whoever sees it may. */
    public void note(Operator me, RequestId id, String text) {
        String kept = note(text, 1);
        database.write(tx -> {
            Request request = held(tx, me, id);
            var event = new RequestEvent(clock.millis(), What.NOTE, me.id(), null, null, null, kept);
            change(tx, request, request.standing(), event);
            return true;
        });
    }

    /** Ends it. */
    public void done(Operator me, RequestId id, RequestOutcome outcome, String note) {
        String kept = note(note, 0);
        long now = clock.millis();
        act(me, id, (tx, request) -> {
            var event = new RequestEvent(now, What.DONE, me.id(), null, outcome, null, kept);
            change(tx, request, request.standing().done(outcome, now, null), event);
        });
    }

    /** It was not done after all, and is theirs. */
    public void reopen(Operator me, RequestId id) {
        database.write(tx -> {
            Request request = held(tx, me, id);
            if (!request.standing().isDone()) {
                throw new Conflict("request_open");
            }
            change(tx, request, request.standing().claimed(me.id(), clock.millis()), event(What.REOPENED, me));
            return true;
        });
    }

    /**
     * Makes it a part of another one, which goes on alone.
     *
     * @throws chat.beseda.forms.InvalidFields when the other one is this one, or merged itself, or not theirs to see
     */
    public void merge(Operator me, RequestId id, RequestId into) {
        long now = clock.millis();
        act(me, id, (tx, request) -> {
            Request other = store.held(tx.handle(), into)
                    .filter(known -> rights.mayWork(me, known))
                    .filter(known -> !known.id().equals(id) && known.standing().mergedInto() == null)
                    .orElseThrow(() -> wrong("into", into.toString()));
            var event = new RequestEvent(now, What.MERGED, me.id(), null, RequestOutcome.MERGED, null, into.toString());
            change(tx, request, request.standing().done(RequestOutcome.MERGED, now, into), event);
            var told = new RequestEvent(now, What.MERGED, me.id(), null, null, null, id.toString());
            change(tx, other, other.standing(), told);
        });
    }

    /** What is done with a request within a transaction. */
    private interface Act {
        void on(Transaction tx, Request request);
    }

    /** Does something with what is theirs; what is nobody's is theirs then. */
    private void act(Operator me, RequestId id, Act act) {
        database.write(tx -> {
            Request request = held(tx, me, id);
            if (request.standing().isDone()) {
                throw new Conflict("request_done");
            }
            if (request.standing().owner() == null) {
                Standing mine = request.standing().claimed(me.id(), clock.millis());
                store.note(tx.handle(), id, event(What.CLAIMED, me));
                act.on(tx, request.with(mine));
            } else {
                mayTouch(me, request);
                act.on(tx, request);
            }
            return true;
        });
    }

    private Request theirs(Transaction tx, Operator me, RequestId id) {
        Request request = held(tx, me, id);
        switch (request.standing().state()) {
            case OPEN -> throw new Conflict("request_open");
            case DONE -> throw new Conflict("request_done");
            case CLAIMED -> mayTouch(me, request);
        }
        return request;
    }

    private static void mayTouch(Operator me, Request request) {
        OperatorId owner = request.standing().owner();
        if (!me.id().equals(owner) && !Access.may(me, Permission.TAKE_OVER)) {
            throw claimed(owner);
        }
    }

    private static Conflict claimed(@Nullable OperatorId owner) {
        return new Conflict("request_claimed", Map.of("by", String.valueOf(owner)));
    }

    private Request held(Transaction tx, Operator me, RequestId id) {
        return store.held(tx.handle(), id)
                .filter(request -> rights.mayWork(me, request))
                .orElseThrow(() -> new Unknown("request", id));
    }

    private void change(Transaction tx, Request request, Standing after, RequestEvent event) {
        Request now = request.with(after);
        store.put(tx.handle(), now);
        store.note(tx.handle(), request.id(), event);
        tx.afterCommit(() -> bus.publish(new RequestChanged(now, Why.CHANGED)));
    }

    private RequestEvent event(What what, Operator by) {
        return RequestEvent.of(clock.millis(), what, by.id());
    }

    private void inTime(String field, @Nullable Long at) {
        var checks = new FieldChecks();
        if (at == null) {
            checks.add(field, "required", null, Map.of());
        } else {
            checks.range(field, at, clock.millis(), clock.millis() + FURTHEST);
        }
        checks.refuse();
    }

    private static String note(String said, int least) {
        var checks = new FieldChecks();
        String kept = checks.lines(least == 0 ? "note" : "text", said, least, NOTE);
        checks.refuse();
        return kept;
    }

    private static RuntimeException wrong(String field, String value) {
        var checks = new FieldChecks();
        checks.add(field, "unknown", value, Map.of());
        return checks.refusal();
    }
}
