package chat.beseda.visits;

import chat.beseda.cluster.Bus;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorMoved;
import chat.beseda.visitors.Visitors;
import chat.beseda.visitors.Visitors.GoalReached;
import chat.beseda.visits.SqlVisitStore.InVisit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Visitors' visits and walks. They are written in batches beside what people wait for, so the last second may be lost with the
 * process; a store that cannot keep up loses steps of walks, never words. Thread-safe.
 */
public final class Visits {
    private static final Logger log = LoggerFactory.getLogger(Visits.class);
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 5_000;
    private static final int MOST_GOALS_WAITING = 1_000;
    /** What people wait for is held up by one batch at most: about 3 ms. */
    private static final int BATCH = 200;
    /** A batch that can't be written for about a minute is left out, so that it keeps no others waiting for ever. */
    private static final int MOST_TRIES = 60;

    private final Database database;
    private final Visitors visitors;
    private final SqlVisitStore store = new SqlVisitStore();
    private final IdSource ids;
    private final Queue<VisitorMoved> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<GoalReached> reached = new ConcurrentLinkedQueue<>();
    private final GoalPages goalPages;
    private final AtomicInteger count = new AtomicInteger();
    private List<VisitorMoved> batch = List.of();
    private int tries;

    public Visits(Database database, Visitors visitors, GoalPages goalPages, IdSource ids) {
        this.database = database;
        this.goalPages = goalPages;
        this.visitors = visitors;
        this.ids = ids;
    }

    /** Begins to write what visitors do. Called once. */
    public void listen(Bus bus, Timers timers) {
        bus.subscribe(VisitorMoved.class, this::moved);
        bus.subscribe(GoalReached.class, this::reached);
        timers.every(WRITTEN_EVERY, this::flush);
    }

    private void moved(VisitorMoved news) {
        if (news.move() == VisitorMoved.Move.CAME) {
            return; // the first page begins the visit
        }
        if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            return;
        }
        waiting.add(news);
    }

    private void reached(GoalReached goal) {
        if (reached.size() < MOST_GOALS_WAITING) {
            reached.add(goal);
        }
    }

    /** Writes what waits; what can't be written now is tried again the next time. One caller at a time. */
    public synchronized void flush() {
        List<GoalReached> goals =
                List.copyOf(reached); // before the steps, so that their visits are written before them
        while (!nextBatch().isEmpty()) {
            if (!isWritten()) {
                return;
            }
            batch = List.of();
            tries = 0;
        }
        writeGoals(goals);
    }

    private List<VisitorMoved> nextBatch() {
        if (batch.isEmpty()) {
            batch = next();
        }
        return batch;
    }

    /** Whether the batch is done with. */
    private boolean isWritten() {
        try {
            write(batch);
            return true;
        } catch (RuntimeException trouble) { // also a row that the store refuses
            tries++;
            log.atWarn()
                    .addKeyValue("steps", batch.size())
                    .addKeyValue("tries", tries)
                    .setCause(trouble)
                    .log("walks.unwritten");
            return tries >= MOST_TRIES;
        }
    }

    private void writeGoals(List<GoalReached> goals) {
        if (goals.isEmpty()) {
            return;
        }
        try {
            Set<VisitorId> who = goals.stream().map(GoalReached::visitor).collect(Collectors.toSet());
            Map<VisitorId, Walks.Newest> visits = database.read(handle -> store.newest(handle, who));
            List<InVisit> placed = goals.stream()
                    .map(goal -> InVisit.of(goal, visits.get(goal.visitor())))
                    .toList();
            database.write(tx -> {
                store.addGoals(tx.handle(), placed, ids);
                return goals.size();
            });
            goals.forEach(reached::remove);
        } catch (StorageException trouble) {
            log.atWarn().addKeyValue("goals", goals.size()).setCause(trouble).log("goals.unwritten");
        }
    }

    /** Nobody else writes visits, so what they are is read beside the writer, who has better things to do. */
    private void write(List<VisitorMoved> steps) {
        Set<VisitorId> walkers =
                steps.stream().map(step -> step.present().visitor()).collect(Collectors.toSet());
        var walks = new Walks(database.read(handle -> store.newest(handle, walkers)), ids);
        var pages = new ArrayList<InVisit>();
        for (VisitorMoved step : steps) {
            Walks.Newest visit = walks.add(step);
            pageGoals(step).forEach(goal -> pages.add(InVisit.of(goal, visit)));
        }
        Map<VisitorId, Long> gone = steps.stream()
                .filter(step -> step.move() == VisitorMoved.Move.LEFT)
                .collect(Collectors.toMap(step -> step.present().visitor(), VisitorMoved::at, Math::max));
        database.write(tx -> {
            store.write(tx.handle(), walks);
            store.addGoals(tx.handle(), store.firstOfVisit(tx.handle(), pages), ids);
            visitors.left(tx, gone);
            return steps.size();
        });
    }

    /** Goals that the step's page is, but for those that the page has told by itself. */
    private List<GoalReached> pageGoals(VisitorMoved step) {
        PresentVisitor present = step.present();
        Page page = present.page();
        if (step.move() != VisitorMoved.Move.OPENED_PAGE || page == null) {
            return List.of();
        }
        return goalPages.reachedOn(present.site(), page.url()).stream()
                .filter(goal -> reached.stream()
                        .noneMatch(told -> told.visitor().equals(present.visitor())
                                && told.name().equals(goal.name())))
                .map(goal -> new GoalReached(present.site(), present.visitor(), goal.name(), goal.value(), step.at()))
                .toList();
    }

    /** The visitor's newest visits, newest first, each with its newest pages. */
    public List<Visit> of(VisitorId visitor, int limit) {
        return database.read(handle -> store.visits(handle, visitor, limit).stream()
                .map(visit -> new Visit(
                        visit.id(),
                        visit.startedAt(),
                        visit.lastAt(),
                        visit.pages(),
                        visit.entry(),
                        visit.referrer(),
                        store.views(handle, visit.id())))
                .toList());
    }

    /** Which pages are goals. */
    public GoalPages goalPages() {
        return goalPages;
    }

    /** What the visitor did that the site wants, newest first. */
    public List<Goal> goals(VisitorId visitor, int limit) {
        return database.read(handle -> store.goals(handle, visitor, limit));
    }

    private List<VisitorMoved> next() {
        var steps = new ArrayList<VisitorMoved>();
        for (VisitorMoved step = waiting.poll(); step != null; step = steps.size() < BATCH ? waiting.poll() : null) {
            count.decrementAndGet();
            steps.add(step);
        }
        return steps;
    }
}
