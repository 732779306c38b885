package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GroupCommitTest {
    @TempDir
    Path folder;

    @Test
    void aListenerThatFailsDoesNotEndTheWriter() {
        try (Database database = open(broken -> {
            throw new IllegalStateException("the listener's own fault");
        })) {
            assertThatThrownBy(() -> database.write(tx -> diskError()))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            told -> assertThat(told.trouble()).isEqualTo(StorageTrouble.BROKEN));
            assertThat(database.<Integer>write(tx -> 7)).isEqualTo(7);
        }
    }

    @Test
    void whatWaitsAtTheEndIsWrittenAndWhatComesLaterIsToldWhy() throws InterruptedException {
        Database database = open(broken -> {});
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = write(database, () -> {
            begun.countDown();
            await(goOn);
        });
        begun.await();
        var second = write(database, () -> {});
        while (database.writesWaiting() == 0) {
            Thread.onSpinWait();
        }
        Thread closing = Thread.startVirtualThread(database::close);
        while (!first.isDone() && !isRefused(database)) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        closing.join();
        assertThat(first.join()).isEqualTo("written");
        assertThat(second.join()).isEqualTo("written");
        assertThat(isRefused(database)).isTrue();
    }

    @Test
    void nobodyWaitsForEverWhileItCloses() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            Database database = open(broken -> {});
            List<CompletableFuture<String>> writes = new ArrayList<>();
            var half = new CountDownLatch(1);
            Thread writer = Thread.startVirtualThread(() -> {
                for (int i = 0; i < 200; i++) {
                    writes.add(write(database, () -> {}));
                    if (i == 100) {
                        half.countDown();
                    }
                }
            });
            half.await();
            database.close();
            writer.join();
            for (var write : writes) {
                assertThat(write.join()).isIn("written", "CLOSING");
            }
        }
    }

    private Database open(Consumer<StorageException> onBroken) {
        return Database.open(new DatabaseAddress.SqliteFile(folder.resolve("beseda.db")), onBroken);
    }

    /** True when the store says that it is closing: neither busy nor broken. */
    private static boolean isRefused(Database database) {
        return write(database, () -> {}).getNow("waits").equals("CLOSING");
    }

    /** What becomes of a write that another thread makes; one that is refused at once is so when this returns. */
    private static CompletableFuture<String> write(Database database, Runnable work) {
        var outcome = new CompletableFuture<String>();
        Thread thread = Thread.startVirtualThread(() -> {
            try {
                database.write(tx -> {
                    work.run();
                    return true;
                });
                outcome.complete("written");
            } catch (StorageException told) {
                outcome.complete(told.trouble().name());
            }
        });
        while (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        return outcome;
    }

    private static boolean diskError() {
        throw new IllegalStateException(new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new CompletionException(stop);
        }
    }
}
