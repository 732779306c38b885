package chat.beseda.storage;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/** A SQLite database that finds the disk full when a test says so. */
public final class SmallDisk implements AutoCloseable {
    private static final int PLENTY = 1_000_000;

    private final AtomicInteger most = new AtomicInteger(PLENTY);
    private final Database database;

    public SmallDisk(Path file) {
        var address = new DatabaseAddress.SqliteFile(file);
        Database.open(address, broken -> {}).close();
        Engine engine = Engine.of(address);
        database = new Database(engine, engine.readers(), () -> limited(engine.connectWriter()), broken -> {
            throw new IllegalStateException("a full disk is no broken one", broken);
        });
    }

    public Database database() {
        return database;
    }

    /** No page more than there is now. */
    public void fill() {
        limit(database.<Integer>read(handle ->
                handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one()));
    }

    public void makeRoom() {
        limit(PLENTY);
    }

    private void limit(int pages) {
        most.set(pages);
        database.write(transaction -> limited(transaction.handle()));
    }

    /** The limit is the connection's own; the writer takes another one after each trouble. */
    private Handle limited(Handle handle) {
        handle.createQuery("PRAGMA max_page_count = " + most.get())
                .mapTo(Integer.class)
                .one();
        return handle;
    }

    @Override
    public void close() {
        database.close();
    }
}
