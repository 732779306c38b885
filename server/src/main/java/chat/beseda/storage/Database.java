package chat.beseda.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The store of everything: one writer whose answer means "durable", and a pool of readers that see only what is committed.
 * Thread-safe; calls block, so they belong on virtual threads.
 */
public final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final GroupCommit writer;
    private final String epoch;

    Database(Engine engine, HikariDataSource readers, Supplier<Handle> connect, Consumer<StorageException> broken) {
        this.dialect = engine.dialect();
        this.readers = readers;
        this.reading = engine.reading(readers);
        this.epoch = read(Epoch::of);
        this.writer = new GroupCommit(connect, dialect, broken);
    }

    /**
     * Opens the database, bringing its tables up to this program's version first.
     *
     * @param onBroken told once when the disk itself reports an error, after which only a restart is honest
     * @throws DatabaseRefusal when the folder cannot be written or the database is newer than the program
     */
    public static Database open(DatabaseAddress address, Consumer<StorageException> onBroken) {
        Engine engine = Engine.of(address);
        Migrations.apply(engine);
        return new Database(engine, engine.readers(), engine::connectWriter, onBroken);
    }

    /**
     * Writes all rows of a database into the zip as of one moment, while a server goes on with it.
     *
     * @throws DatabaseRefusal when there is no such database
     */
    public static void backUp(DatabaseAddress address, ZipOutputStream zip) throws IOException {
        Engine engine = Engine.of(address);
        try (HikariDataSource readers = engine.readers();
                Handle snapshot = Jdbi.create(readers).open()) {
            snapshot.setTransactionIsolationLevel(TransactionIsolationLevel.SERIALIZABLE);
            snapshot.begin();
            new Backup().write(snapshot, engine.dialect(), zip);
            snapshot.rollback();
        } catch (PoolInitializationException failure) {
            throw new DatabaseRefusal("database_unreachable", "cannot read the database " + engine.name(), failure);
        }
    }

    /**
     * Runs the work in a transaction and returns its result once it is on the disk. The work may be run more than once.
     *
     * @throws StorageException when the store could not write; the outcome is then unknown
     */
    public <R> R write(Function<Transaction, R> work) {
        return writer.write(work);
    }

    /** Runs a query against what is committed. For {@code Sql…Store} classes only. */
    public <R> R read(Function<Handle, R> query) {
        try {
            return reading.withHandle(query::apply);
        } catch (RuntimeException failure) {
            StorageTrouble trouble = dialect.troubleUnder(failure);
            throw trouble == StorageTrouble.STATEMENT
                    ? failure
                    : new StorageException(trouble, "the store could not read: " + failure.getMessage(), failure);
        }
    }

    /**
     * What keeps the store from its work now, found out by reading and, after a write has failed, by writing: so a full disk that
     * was emptied is noticed even when nobody else writes.
     */
    public Optional<StorageTrouble> trouble() {
        try {
            read(Epoch::of);
            if (writer.lastTrouble().isPresent()) {
                write(transaction -> Epoch.touch(transaction.handle()));
            }
            return Optional.empty();
        } catch (StorageException trouble) {
            return trouble.trouble() == StorageTrouble.BUSY ? Optional.empty() : Optional.of(trouble.trouble());
        }
    }

    /** Whether a restore would replace anything: rows of people, sites or conversations. */
    public static boolean isFilled(DatabaseAddress address) {
        if (address instanceof DatabaseAddress.SqliteFile(Path path) && !Files.exists(path)) {
            return false;
        }
        Engine engine = Engine.of(address);
        try (HikariDataSource readers = engine.readers();
                Handle handle = Jdbi.create(readers).open()) {
            return engine.dialect().tables(handle).stream()
                    .filter(table -> !table.equals("meta"))
                    .anyMatch(table -> handle.createQuery("SELECT 1 FROM " + table + " LIMIT 1")
                            .mapTo(Integer.class)
                            .findFirst()
                            .isPresent());
        } catch (PoolInitializationException failure) {
            throw new DatabaseRefusal("database_unreachable", "cannot read the database " + engine.name(), failure);
        }
    }

    /** Replaces all rows with those of a backup; the epoch becomes another one. Nobody else may use the database meanwhile. */
    public void restore(ZipInputStream zip) {
        write(transaction -> {
            try {
                new Backup().read(transaction.handle(), dialect, zip);
                return true;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Names the life of this database; another one after a restore, so that clients forget their positions. */
    public String epoch() {
        return epoch;
    }

    /** Writes that wait for their commit now: a figure for metrics and for shedding load. */
    public int writesWaiting() {
        return writer.waiting();
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
