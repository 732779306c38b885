package chat.beseda.routing;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Outcome;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorChanged;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorPresenceChanged;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Operators;
import chat.beseda.sites.DepartmentsChanged;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the {@link Router} decide and does what it decides: one thread hears what happens to conversations and operators, asks
 * the router, and carries its decisions out one after the other. Each names the version it was decided on, so one that comes
 * too late is refused by the store, and the router hears how things stand. Thread-safe.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Conversations conversations;
    private final Operators operators;
    private final InstantSource clock;
    private final Bus bus;
    private final Timers timers;
    private final Questions questions;
    private final Desks desks;
    private final Transfers transfers;
    private final QueuePlaces places;
    private final Router router = new Router();
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final Set<ConversationId> unsettled = new HashSet<>();
    private volatile @Nullable Thread thread;

    public Dispatcher(
            Conversations conversations,
            Operators operators,
            OperatorPresence presence,
            RoutingSettings settings,
            Bus bus,
            Timers timers,
            InstantSource clock) {
        this.conversations = conversations;
        this.operators = operators;
        this.clock = clock;
        this.bus = bus;
        this.timers = timers;
        this.questions = new Questions(conversations, settings);
        this.desks = new Desks(operators, presence, clock);
        this.transfers = new Transfers(conversations, operators, presence);
        this.places = new QueuePlaces(bus);
    }

    /** Reads what is open and begins to route. Called once. */
    public void start() {
        work.add(this::load);
        bus.subscribe(ConversationChanged.class, news -> work.add(() -> changed(news.now())));
        bus.subscribe(OperatorChanged.class, news -> work.add(() -> desk(news.operator())));
        bus.subscribe(OperatorPresenceChanged.class, news -> work.add(() -> desk(news.operator())));
        bus.subscribe(RoutingChanged.class, news -> work.add(this::rulesChanged));
        bus.subscribe(DepartmentsChanged.class, news -> work.add(this::rulesChanged));
        timers.every(TICK, () -> {
            if (ticking.compareAndSet(false, true)) {
                work.add(this::tick);
            }
        });
        thread = Thread.ofPlatform().name("routing").daemon().start(this::live);
    }

    /** The one who is asked says no: the next one is asked. */
    public void refuse(ConversationId id, OperatorId by) {
        work.add(() -> decide(new RoutingEvent.Refused(id, by)));
    }

    /** Where the conversation stands in its queue; nothing when it does not wait. From memory. */
    public Optional<QueuePlace> placeOf(ConversationId id) {
        return places.of(id);
    }

    /** Waits until everything heard so far has been dealt with. */
    public void settle() throws InterruptedException {
        var done = new CountDownLatch(1);
        work.add(done::countDown);
        done.await();
    }

    private void live() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Runnable next = work.take();
                try {
                    next.run();
                } catch (StorageException trouble) {
                    log.atWarn().setCause(trouble).log("routing.storage");
                } catch (RuntimeException | Error failure) {
                    log.atError().setCause(failure).log("routing.failed");
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        operators.all().forEach(operator -> decide(desks.of(operator.id())));
        conversations.open(Integer.MAX_VALUE).forEach(this::changed);
        places.tell(router.places(), questions::waiting, clock.millis());
    }

    private void tick() {
        ticking.set(false);
        for (ConversationId id : Set.copyOf(unsettled)) {
            unsettled.remove(id);
            stands(id);
        }
        decide(new RoutingEvent.Tick());
        transfers.lapseOverdue(clock.millis());
        places.tell(router.places(), questions::waiting, clock.millis());
    }

    private void changed(Conversation now) {
        places.heard(now, clock.millis());
        transfers.note(now);
        decide(
                now instanceof Conversation.Closed
                        ? questions.ended(now.id())
                        : new RoutingEvent.Changed(questions.of(now)));
    }

    private void rulesChanged() {
        questions.all().forEach(id -> conversations.byId(id).ifPresent(this::changed));
    }

    private void desk(OperatorId operator) {
        decide(desks.of(operator));
        transfers.lapseOf(operator);
    }

    /** Decides, acts, and decides again about what could not be done, until there is nothing left to do. */
    private void decide(RoutingEvent event) {
        Queue<RoutingEvent> events = new ArrayDeque<>(List.of(event));
        while (!events.isEmpty()) {
            for (Decision decision : router.decide(events.remove(), clock.millis())) {
                carryOut(decision).ifPresent(events::add);
            }
        }
    }

    /** What the router has to hear when that was not done. */
    private Optional<RoutingEvent> carryOut(Decision decision) {
        return switch (decision) {
            case Decision.Offer(var id, int version, var to, long until, var passed, var why) ->
                done(id, conversations.offer(id, version, to, until, passed, why));
            case Decision.Queue(var id, int version, var passed, var why) ->
                done(id, conversations.queue(id, version, passed, why));
            case Decision.Overflow(var id, int version, var to) -> done(id, conversations.overflow(id, version, to));
            case Decision.SetAway(OperatorId operator) -> {
                setAway(operator);
                yield Optional.empty();
            }
        };
    }

    /** A store in trouble is asked again at the next tick. */
    private Optional<RoutingEvent> done(ConversationId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var now) -> Optional.empty();
            case Outcome.Refused(var refusal)
            when refusal.retry() != null -> {
                unsettled.add(id);
                yield Optional.empty();
            }
            case Outcome.Refused(var refusal) -> asItStands(id);
        };
    }

    private void setAway(OperatorId operator) {
        try {
            operators.setState(operator, OperatorState.AWAY, OperatorState.Why.MISSED);
        } catch (StorageException | Unknown failure) {
            log.atWarn().setCause(failure).log("routing.away.failed");
        }
    }

    private void stands(ConversationId id) {
        asItStands(id).ifPresent(this::decide);
    }

    private Optional<RoutingEvent> asItStands(ConversationId id) {
        try {
            return conversations
                    .byId(id)
                    .map(now -> now instanceof Conversation.Closed
                            ? questions.ended(id)
                            : new RoutingEvent.NotDone(questions.of(now)));
        } catch (StorageException trouble) {
            unsettled.add(id);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        Thread living = thread;
        if (living != null) {
            living.interrupt();
        }
    }
}
