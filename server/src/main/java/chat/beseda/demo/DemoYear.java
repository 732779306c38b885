package chat.beseda.demo;

import chat.beseda.conversations.Conversations;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Fills a database with the year before a moment. Conversations begin one after the other, so that their ids are in order of
 * time; what follows in them is told side by side, so that many share a commit.
 */
final class DemoYear {
    private static final int SIDE_BY_SIDE = 96;

    private final Database database;
    private final Silence silence = new Silence();
    private final MovingClock beginnings;
    private final IdSource ids;

    DemoYear(Database database, Instant now) {
        this.database = database;
        this.beginnings = new MovingClock(now.minus(Duration.ofDays(366)).toEpochMilli());
        this.ids = new IdSource(beginnings);
    }

    /** Returns when all of it is stored. */
    void tell(List<Planned> plan) {
        var places = new Semaphore(SIDE_BY_SIDE);
        try (var tellers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Planned planned : plan) {
                planned.regular().finish();
                beginnings.moveTo(planned.at());
                Episode episode = begun(planned);
                places.acquireUninterruptibly();
                planned.regular().isIn(tellers.submit(() -> {
                    try {
                        episode.goOn();
                    } finally {
                        places.release();
                    }
                }));
            }
        }
        plan.forEach(planned -> planned.regular().finish());
    }

    private Episode begun(Planned planned) {
        var clock = new MovingClock(planned.at());
        return new Episode(
                planned,
                new Conversations(database, silence, ids, clock),
                new Visitors(database, silence, ids, clock),
                clock);
    }
}
