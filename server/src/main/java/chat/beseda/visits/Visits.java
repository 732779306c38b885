package chat.beseda.visits;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorMoved;
import chat.beseda.visitors.Visitors;
import chat.beseda.visitors.Visitors.GoalReached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final Database database;
    private final Visitors visitors;
    private final SqlVisitStore store = new SqlVisitStore();
    private final IdSource ids;
    private final Queue<VisitorMoved> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<GoalReached> reached = new ConcurrentLinkedQueue<>();
    private final Queue<GoalReached> pagesReached = new ConcurrentLinkedQueue<>();
    private final GoalPages goalPages;
    private final AtomicInteger count = new AtomicInteger();

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
        Page page = news.present().page();
        if (news.move() == VisitorMoved.Move.OPENED_PAGE && page != null) {
            reached(news, page.url());
        }
    }

    private void reached(VisitorMoved news, String url) {
        SiteId site = news.present().site();
        for (GoalPage goal : goalPages.reachedOn(site, url)) {
            if (pagesReached.size() < MOST_GOALS_WAITING) {
                pagesReached.add(new GoalReached(site, news.present().visitor(), goal.name(), goal.value(), news.at()));
            }
        }
    }

    private void reached(GoalReached goal) {
        if (reached.size() < MOST_GOALS_WAITING) {
            reached.add(goal);
        }
    }

    /** Writes what waits. One caller at a time. */
    public synchronized void flush() {
        for (List<VisitorMoved> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                write(batch);
            } catch (StorageException trouble) {
                log.atWarn()
                        .addKeyValue("steps", batch.size())
                        .setCause(trouble)
                        .log("walks.unwritten");
            }
        }
        writeGoals();
    }

    /** After the visits they were reached in. A store that can't write now is tried again with the next batch. */
    private void writeGoals() {
        List<GoalReached> goals = List.copyOf(reached);
        List<GoalReached> pages = List.copyOf(pagesReached);
        if (goals.isEmpty() && pages.isEmpty()) {
            return;
        }
        try {
            Set<VisitorId> who = Stream.concat(goals.stream(), pages.stream())
                    .map(GoalReached::visitor)
                    .collect(Collectors.toSet());
            Map<VisitorId, Walks.Newest> visits = database.read(handle -> store.newest(handle, who));
            database.write(tx -> {
                store.addGoals(tx.handle(), goals, visits, ids);
                store.addGoals(tx.handle(), store.firstOfVisit(tx.handle(), pages, visits), visits, ids);
                return goals.size();
            });
            goals.forEach(reached::remove);
            pages.forEach(pagesReached::remove);
        } catch (StorageException trouble) {
            log.atWarn().addKeyValue("goals", goals.size()).setCause(trouble).log("goals.unwritten");
        }
    }

    /** Nobody else writes visits, so what they are is read beside the writer, who has better things to do. */
    private void write(List<VisitorMoved> steps) {
        Set<VisitorId> walkers =
                steps.stream().map(step -> step.present().visitor()).collect(Collectors.toSet());
        var walks = new Walks(database.read(handle -> store.newest(handle, walkers)), ids);
        steps.forEach(walks::add);
        Map<VisitorId, Long> gone = steps.stream()
                .filter(step -> step.move() == VisitorMoved.Move.LEFT)
                .collect(Collectors.toMap(step -> step.present().visitor(), VisitorMoved::at, Math::max));
        database.write(tx -> {
            store.write(tx.handle(), walks);
            visitors.left(tx, gone);
            return steps.size();
        });
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
        var batch = new ArrayList<VisitorMoved>();
        for (VisitorMoved step = waiting.poll(); step != null; step = batch.size() < BATCH ? waiting.poll() : null) {
            count.decrementAndGet();
            batch.add(step);
        }
        return batch;
    }
}
