package chat.beseda.crowd;

import chat.beseda.conversations.Conversations;
import chat.beseda.dialogues.Chance;
import chat.beseda.time.Timers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Keeps the shops visited while the demo runs, and decides how often somebody asks. Thread-safe. */
public final class Crowd implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Crowd.class);
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final Duration TIDE = Duration.ofSeconds(90);
    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 6;
    private static final int OPEN_ASKED_FOR = 200;

    private final List<Shop> shops;
    private final String origin;
    private final Lines lines;
    private final Conversations conversations;
    private final Map<String, LiveTalk> talks;
    private final Timers timers;
    private final Clock clock;
    private final Size size;
    private final SplittableRandom chance;
    private final Set<Thread> present = ConcurrentHashMap.newKeySet();
    private int wanted;
    private long nextQuestion;
    private boolean closed;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** How many are on line at a time. */
    public record Size(int least, int most) {}

    Crowd(
            List<Shop> shops,
            String origin,
            Lines lines,
            Conversations conversations,
            Map<String, LiveTalk> talks,
            Timers timers,
            Clock clock,
            Size size,
            long seed) {
        this.shops = List.copyOf(shops);
        this.origin = origin;
        this.lines = lines;
        this.conversations = conversations;
        this.talks = talks;
        this.timers = timers;
        this.clock = clock;
        this.size = size;
        this.chance = new SplittableRandom(seed);
        this.nextQuestion = clock.millis() + Chance.between(8, 20, chance);
    }

    /** Lets them come. */
    List<Timers.Timer> open() {
        turnTide();
        return List.of(timers.every(TICK, this::letSomebodyIn), timers.every(TIDE, this::turnTide));
    }

    /** The threads of those who are on line. */
    Stream<Thread> present() {
        return present.stream();
    }

    private synchronized void turnTide() {
        wanted = chance.nextInt(size.least(), size.most() + 1);
    }

    private synchronized void letSomebodyIn() {
        int missing = wanted - present.size();
        int comers = Math.min(missing, missing > 10 ? 3 : 1);
        for (int i = 0; i < comers; i++) {
            Shop shop = Chance.weighted(shops, each -> each.book().language().equals("ru") ? 6 : 4, chance);
            int month = shop.rhythm().month(clock.instant());
            start(shop, visitor -> visitor.live(month));
        }
    }

    /** Lets somebody in who was there before the server was. */
    synchronized void letBackIn(Guest guest) {
        start(guest.shop(), visitor -> visitor.comeBack(guest));
    }

    private synchronized void start(Shop shop, Life life) {
        if (!closed) {
            var visitor = new SimulatedVisitor(shop, origin, lines, timers, talks, this::mayAsk, chance.split());
            Thread thread = Thread.ofVirtual().name("demo-visitor").unstarted(() -> live(visitor, life));
            present.add(thread);
            thread.start();
        }
    }

    private void live(SimulatedVisitor visitor, Life life) {
        try {
            life.live(visitor);
        } catch (IOException turnedAway) {
            complain(turnedAway);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            present.remove(Thread.currentThread());
        }
    }

    private interface Life {
        void live(SimulatedVisitor visitor) throws InterruptedException, IOException;
    }

    /** Once aloud: when one is turned away, all are. */
    private void complain(IOException turnedAway) {
        var level = complained.compareAndSet(false, true) ? Level.WARN : Level.DEBUG;
        log.atLevel(level).setCause(turnedAway).log("demo.visitor.turned-away");
    }

    /** A question now and then, and none while many wait. */
    private boolean mayAsk() {
        long waiting = conversations.open(OPEN_ASKED_FOR).stream()
                .filter(open -> open.owner() == null)
                .count();
        return waiting < MOST_WAITING && isTimeToAsk();
    }

    private synchronized boolean isTimeToAsk() {
        if (clock.millis() < nextQuestion) {
            return false;
        }
        nextQuestion = clock.millis() + Chance.between(45, 100, chance);
        return true;
    }

    /** Sends everybody home; gives them a moment to take back what nobody has answered. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<Thread> leaving = List.copyOf(present);
        leaving.forEach(Thread::interrupt);
        try {
            Thread.ofVirtual().name("parting").start(() -> seeOff(leaving)).join(PARTING);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void seeOff(List<Thread> leaving) {
        try {
            for (Thread visitor : leaving) {
                visitor.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
