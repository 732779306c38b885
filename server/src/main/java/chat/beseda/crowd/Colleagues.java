package chat.beseda.crowd;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.dialogues.Chance;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.people.People;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The other operators of the demo: on line, one of them at tea, and now and then quicker than the person who looks on. They
 * take questions of simulated visitors only. Who signs in as one of them is that colleague: nobody plays them meanwhile.
 * Thread-safe.
 */
final class Colleagues implements AutoCloseable {
    private static final String LINE = "demo";
    private static final Duration BREAK = Duration.ofMinutes(9);
    /** How long a colleague looks at what they are offered, and at what they have refused before. */
    private static final Duration READING = Duration.ofSeconds(5);

    private static final Duration READING_AGAIN = Duration.ofSeconds(20);

    private static final int AT_ONCE = 2;
    private static final int MANY_WAITING = 3;
    private static final int TRIES = 4;
    private static final int OPEN_ASKED_FOR = 200;

    private final People people;
    private final Conversations conversations;
    private final Bus bus;
    private final Map<String, LiveTalk> talks;
    private final BiConsumer<ConversationId, OperatorId> refuse;
    private final Timers timers;
    private final List<Colleague> all;
    private final SplittableRandom chance;
    private final Map<ConversationId, Mailbox<ConversationChanged>> open = new ConcurrentHashMap<>();
    private final Map<OperatorId, Integer> busy = new ConcurrentHashMap<>();
    private final Map<ConversationId, Set<OperatorId>> refused = new ConcurrentHashMap<>();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private int atTea;

    Colleagues(
            People people,
            Conversations conversations,
            Bus bus,
            Map<String, LiveTalk> talks,
            BiConsumer<ConversationId, OperatorId> refuse,
            Timers timers,
            List<Shop> shops,
            long seed) {
        this.people = people;
        this.conversations = conversations;
        this.bus = bus;
        this.talks = talks;
        this.refuse = refuse;
        this.timers = timers;
        this.all = shops.stream().flatMap(shop -> shop.staff().stream()).toList();
        this.chance = new SplittableRandom(seed);
    }

    /** Signs them in and lets them hear of questions. What it returns is cancelled at the end. */
    List<Timers.Timer> open() {
        for (Colleague one : all) {
            people.presence().connected(one.id(), LINE);
            people.operators().setState(one.id(), OperatorState.ONLINE);
        }
        conversations.open(OPEN_ASKED_FOR).forEach(this::finishOld);
        Bus.Subscription subscription = bus.subscribe(ConversationChanged.class, this::hear);
        return List.of(timers.every(BREAK, this::changeTeaBreak), subscription::close);
    }

    /** The threads of those who are at work. */
    Stream<Thread> working() {
        return working.stream();
    }

    /** The next one goes; everybody else is back, also who was sent away for what they had missed. */
    private synchronized void changeTeaBreak() {
        atTea = (atTea + 1) % all.size();
        Colleague next = all.get(atTea);
        all.forEach(one -> set(one, one.equals(next) ? OperatorState.AWAY : OperatorState.ONLINE));
    }

    private void set(Colleague one, OperatorState state) {
        boolean isOther = people.operators()
                .byId(one.id())
                .filter(now -> now.state() != state)
                .isPresent();
        if (isOther && isPlayed(one.id())) {
            people.operators().setState(one.id(), state);
        }
    }

    private boolean isPlayed(OperatorId operator) {
        return isColleague(operator) && !people.presence().isConnectedBeside(operator, LINE);
    }

    /** Ends what a colleague was left with when the server stopped, in a while. */
    private void finishOld(Conversation old) {
        if (old instanceof Conversation.Active active && isColleague(active.owner())) {
            var news = new Mailbox<ConversationChanged>(timers);
            open.put(old.id(), news);
            start(
                    () -> {
                        var answering = new Answering(conversations, news, old.id(), this::isColleague, split());
                        if (answering.linger(60, 900)) {
                            conversations.close(
                                    active.owner(), old.id(), old.facts().version());
                        }
                    },
                    old);
        }
    }

    private boolean isColleague(OperatorId operator) {
        return all.stream().anyMatch(one -> one.id().equals(operator));
    }

    /** Called by the bus: hands the news to whoever follows the conversation, and lets somebody follow a new one. */
    private void hear(ConversationChanged change) {
        ConversationId id = change.now().id();
        if (change.now() instanceof Conversation.Offered offered && isColleague(offered.to())) {
            boolean again = refused.getOrDefault(id, Set.of()).contains(offered.to());
            timers.after(again ? READING_AGAIN : READING, () -> leaveToPeople(offered));
        }
        if (change.now() instanceof Conversation.Closed) {
            refused.remove(id);
        }
        Mailbox<ConversationChanged> known = open.get(id);
        if (known != null) {
            known.put(change);
        } else if (change.now() instanceof Conversation.Waiting
                && change.now().facts().publicTop() <= 2) {
            var news = new Mailbox<ConversationChanged>(timers);
            news.put(change);
            open.put(id, news);
            start(() -> follow(change.now(), news), change.now());
        }
    }

    /** What no simulated colleague follows is a person's question: a real visitor's, or one that its operator has lost. */
    private void leaveToPeople(Conversation.Offered offered) {
        boolean isFollowed = open.containsKey(offered.id())
                && talks.containsKey(offered.facts().key());
        if (!isFollowed && isPlayed(offered.to())) {
            refused.computeIfAbsent(offered.id(), id -> ConcurrentHashMap.newKeySet())
                    .add(offered.to());
            refuse.accept(offered.id(), offered.to());
        }
    }

    private void start(Work work, Conversation in) {
        Thread thread = Thread.ofVirtual().name("demo-colleague").unstarted(() -> {
            try {
                work.run();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            } finally {
                open.remove(in.id());
                talks.remove(in.facts().key());
                working.remove(Thread.currentThread());
            }
        });
        working.add(thread);
        thread.start();
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void follow(Conversation begun, Mailbox<ConversationChanged> news) throws InterruptedException {
        var answering = new Answering(conversations, news, begun.id(), this::isPlayed, split());
        for (int i = 0; i < TRIES && answering.linger(18, 60); i++) {
            LiveTalk talk = talks.get(begun.facts().key());
            if (talk == null) {
                return;
            }
            Optional<Colleague> asked = asked(answering);
            if (asked.isPresent() && answering.linger(4, 10)) {
                answer(answering, talk, asked.get());
                return;
            }
            Optional<Colleague> free = free(talk);
            if (free.isPresent() && isWilling(i)) {
                answer(answering, talk, free.get());
                return;
            }
        }
    }

    /** The colleague to whom it is offered. */
    private Optional<Colleague> asked(Answering answering) {
        return answering
                .offeredTo()
                .flatMap(to -> all.stream().filter(one -> one.id().equals(to)).findFirst());
    }

    private void answer(Answering answering, LiveTalk talk, Colleague colleague) throws InterruptedException {
        busy.merge(colleague.id(), 1, Integer::sum);
        try {
            answering.answer(talk, colleague);
        } finally {
            busy.merge(colleague.id(), -1, Integer::sum);
        }
    }

    private Optional<Colleague> free(LiveTalk talk) {
        var free = new ArrayList<>(talk.shop().staff());
        free.removeIf(one -> busy.getOrDefault(one.id(), 0) >= AT_ONCE || !isPlayed(one.id()));
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(Chance.weighted(
                        free,
                        one -> one.departments()
                                        .contains(talk.dialogue().topic().department())
                                ? 8
                                : 1,
                        split()));
    }

    /** More so the longer somebody waits; always when many do. */
    private boolean isWilling(int tries) {
        long waiting = conversations.open(OPEN_ASKED_FOR).stream()
                .filter(open -> open.owner() == null)
                .count();
        return waiting > MANY_WAITING || Chance.percent(25 + 15 * tries, split());
    }

    private synchronized SplittableRandom split() {
        return chance.split();
    }

    @Override
    public void close() {
        working.forEach(Thread::interrupt);
        all.forEach(one -> people.presence().disconnected(one.id(), LINE));
    }
}
