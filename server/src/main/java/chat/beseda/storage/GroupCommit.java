package chat.beseda.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer: takes what waits, at most {@value #PIECES_PER_COMMIT} pieces, and makes it durable with one commit. Nobody
 * waits for a timer: while one commit syncs to disk the next group gathers. Pieces keep the order they were handed in.
 */
final class GroupCommit implements AutoCloseable {
    static final int PIECES_PER_COMMIT = 64;
    static final int PIECES_WAITING = 2_000;
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

    private final Supplier<Handle> connect;
    private final Dialect dialect;
    private final Consumer<StorageException> onBroken;
    private final BlockingQueue<Piece<?>> waiting = new ArrayBlockingQueue<>(PIECES_WAITING);
    private final Thread writer;
    private volatile boolean closing;
    private volatile @Nullable StorageTrouble lastTrouble;
    /** The writer looks at nothing any more: a piece that is still waiting has to be refused. */
    private volatile boolean ended;

    private @Nullable Handle connection;

    GroupCommit(Supplier<Handle> connect, Dialect dialect, Consumer<StorageException> onBroken) {
        this.connect = connect;
        this.dialect = dialect;
        this.onBroken = onBroken;
        this.writer = Thread.ofPlatform().name("store-writer").start(this::writeUntilClosed);
    }

    <R> R write(Function<Transaction, R> work) {
        var piece = new Piece<>(work);
        if (closing) {
            throw closed();
        }
        if (!waiting.offer(piece)) {
            throw new StorageException(
                    StorageTrouble.BUSY, "%d writes are waiting, %d at most".formatted(waiting.size(), PIECES_WAITING));
        }
        if (ended) {
            refuseWaiting();
        }
        try {
            return piece.result.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    /** How many pieces wait for their commit now. */
    int waiting() {
        return waiting.size();
    }

    /** What kept the last commit from the disk; nothing once one got there. */
    Optional<StorageTrouble> lastTrouble() {
        return Optional.ofNullable(lastTrouble);
    }

    private static StorageException closed() {
        return new StorageException(StorageTrouble.CLOSING, "the store is closing and takes no more writes");
    }

    private void writeUntilClosed() {
        try {
            writeWhatWaits();
        } finally {
            closing = true;
            ended = true;
            refuseWaiting();
            disconnect();
        }
    }

    /** Whoever handed in a piece between the last look and the end is told, instead of waiting for ever. */
    private void refuseWaiting() {
        for (Piece<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.result.completeExceptionally(closed());
        }
    }

    private void writeWhatWaits() {
        var group = new ArrayList<Piece<?>>(PIECES_PER_COMMIT);
        while (!closing || !waiting.isEmpty()) {
            try {
                Piece<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    waiting.drainTo(group, PIECES_PER_COMMIT - 1);
                    commitTogetherOrOneByOne(group);
                }
            } catch (InterruptedException stop) {
                closing = true;
            } finally {
                group.clear();
            }
        }
    }

    private void commitTogetherOrOneByOne(List<Piece<?>> group) {
        try {
            commit(group);
        } catch (RuntimeException | Error failure) {
            if (group.size() == 1 || dialect.troubleUnder(failure) != StorageTrouble.STATEMENT) {
                refuse(group, failure);
            } else {
                for (Piece<?> piece : group) {
                    commitTogetherOrOneByOne(List.of(piece));
                }
            }
        }
    }

    private void commit(List<Piece<?>> group) {
        Handle handle = connected();
        try {
            handle.begin();
            group.forEach(piece -> piece.run(handle));
            handle.commit();
        } catch (RuntimeException | Error failure) {
            rollBack(handle);
            throw failure;
        }
        lastTrouble = null;
        group.forEach(Piece::settle);
    }

    private void refuse(List<Piece<?>> group, Throwable failure) {
        StorageTrouble trouble = dialect.troubleUnder(failure);
        boolean ours = trouble == StorageTrouble.STATEMENT;
        var told = new StorageException(trouble, "the store could not write: " + failure.getMessage(), failure);
        group.forEach(piece -> piece.result.completeExceptionally(ours ? failure : told));
        if (!ours) {
            lastTrouble = trouble;
            log.atError().addKeyValue("trouble", trouble).setCause(failure).log("store.write.failed");
            disconnect();
        }
        if (trouble == StorageTrouble.BROKEN) {
            tellBroken(told);
        }
    }

    /** What the listener does wrong must not end the writer, for which others wait. */
    private void tellBroken(StorageException told) {
        try {
            onBroken.accept(told);
        } catch (RuntimeException | Error failure) {
            log.atError().setCause(failure).log("store.broken.untold");
        }
    }

    private Handle connected() {
        Handle open = connection;
        if (open == null) {
            open = connect.get();
            connection = open;
        }
        return open;
    }

    private void rollBack(Handle handle) {
        try {
            handle.rollback();
        } catch (RuntimeException failure) {
            disconnect();
        }
    }

    private void disconnect() {
        Handle open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (RuntimeException failure) {
            log.atDebug().setCause(failure).log("store.disconnect.failed");
        }
    }

    /** Lets what waits be written, then ends the writer. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Piece<R> {
        private final Function<Transaction, R> work;
        private final CompletableFuture<R> result = new CompletableFuture<>();
        private @Nullable R answer;
        private List<Runnable> actions = List.of();

        Piece(Function<Transaction, R> work) {
            this.work = work;
        }

        void run(Handle handle) {
            var transaction = new Transaction(handle);
            answer = work.apply(transaction);
            actions = transaction.actions();
        }

        void settle() {
            for (Runnable action : actions) {
                try {
                    action.run();
                } catch (RuntimeException | Error failure) {
                    log.atError().setCause(failure).log("store.after-commit.failed");
                }
            }
            result.complete(answer);
        }
    }
}
