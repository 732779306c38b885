package chat.beseda.demo;

import chat.beseda.conversations.Conversations;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Visitors;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Fills a database with the year before a moment. Conversations are told side by side, so that many share a commit; each takes
 * its id from its own beginning, so that ids are in order of time all the same.
 */
final class DemoYear {
    private static final int SIDE_BY_SIDE = 96;

    private final Database database;
    private final Silence silence = new Silence();

    DemoYear(Database database) {
        this.database = database;
    }

    /** Returns when all of it is stored, in the order of the plan. No two may begin at the same time. */
    List<Told> tell(List<Planned> plan) {
        var places = new Semaphore(SIDE_BY_SIDE);
        var stories = new ArrayList<Story>();
        var last = new IdentityHashMap<Regular, Story>();
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Planned planned : plan) {
                places.acquireUninterruptibly();
                Story before = last.get(planned.regular());
                var story = new Story(tellers.submit(() -> tell(planned, before, places)));
                last.put(planned.regular(), story);
                stories.add(story);
            }
        }
        return stories.stream().map(Story::waitFor).toList();
    }

    private Told tell(Planned planned, @Nullable Story before, Semaphore places) {
        try {
            if (before != null) {
                before.waitFor();
            }
            var clock = new MovingClock(planned.at());
            var ids = new IdSource(clock);
            return new Episode(
                            planned,
                            new Conversations(database, silence, ids, clock),
                            new Visitors(database, silence, ids, clock),
                            clock)
                    .goOn();
        } finally {
            places.release();
        }
    }

    /** A conversation that is being told. */
    private record Story(Future<Told> told) {
        Told waitFor() {
            try {
                return told.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a conversation of the demo could not be told", failure.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while the demo was being filled", stopped);
            }
        }
    }
}
