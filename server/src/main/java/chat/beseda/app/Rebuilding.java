package chat.beseda.app;

import chat.beseda.cluster.LocalBus;
import chat.beseda.reports.Packer;
import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import chat.beseda.time.SystemTimers;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** The word {@code rebuild-reports}: makes the archive and what reports read anew from the conversations. */
final class Rebuilding {
    /** A line for so many conversations. */
    private static final int TOLD = 5_000;

    private final PrintStream out;
    private final AtomicLong done = new AtomicLong();

    private Rebuilding(PrintStream out) {
        this.out = out;
    }

    /**
     * Tells how far it is, and in the end how much it was.
     *
     * @throws Refusal while a server runs on the folder: it would write into what is made here
     */
    static void rebuild(Configuration configuration, PrintStream out) throws IOException {
        if (configuration.database() instanceof DatabaseAddress.SqliteFile(Path path) && !Files.exists(path)) {
            throw new Refusal("there is no database %s: name the data folder with --data".formatted(path));
        }
        var data = new DataFolder(configuration.data());
        data.prepare();
        try (DataFolder.Lock ours = data.lock()
                .orElseThrow(() -> new Refusal(
                        "a Beseda runs on the data folder %s: stop it first, then rebuild, then start it again"
                                .formatted(configuration.data())))) {
            new Rebuilding(out).rebuild(configuration, data);
        }
    }

    private void rebuild(Configuration configuration, DataFolder data) throws IOException {
        try (Database database = Database.open(configuration.database(), broken -> {});
                var bus = new LocalBus();
                var timers = new SystemTimers()) {
            House house = House.build(database, bus, timers, Clock.systemUTC(), data, configuration.places());
            long all = house.archivist().all();
            house.archivist().clear();
            house.archivist().catchUp(more -> tell(more, all));
            out.printf("Conversations summed up: %d%n", done.get());
            out.println("Days are packed for reports");
            new Packer(database, house.worktime(), house.clock()).catchUp();
            out.println("Done. The server can be started again.");
        }
    }

    private void tell(int more, long all) {
        long before = done.getAndAdd(more);
        if (before / TOLD != done.get() / TOLD) {
            out.printf("%d of %d conversations%n", done.get(), all);
        }
    }
}
