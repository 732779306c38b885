package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    Database database;

    @BeforeEach
    void open() {
        database = Database.open(new DatabaseAddress.SqliteFile(folder.resolve("beseda.db")), broken -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        put("a", "1");
        String epoch = database.epoch();
        database.close();
        open();
        assertThat(get("a")).isEqualTo("1");
        assertThat(database.epoch()).isEqualTo(epoch);
    }

    @Test
    void aPieceThatFailsTakesNoNeighbourWithIt() throws Exception {
        put("taken", "0");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> pieces = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> putOrFail(i % 10 == 0 ? "taken" : "key" + i))
                    .toList();
            long stored = threads.invokeAll(pieces).stream()
                    .filter(f -> f.resultNow())
                    .count();
            assertThat(stored).isEqualTo(180);
        }
        assertThat(database.<Integer>read(h -> h.createQuery("SELECT COUNT(*) FROM meta WHERE name LIKE 'key%'")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(180);
    }

    @Test
    void newsFollowsTheCommitInOrder() {
        var news = new java.util.ArrayList<String>();
        database.write(tx -> {
            tx.afterCommit(() -> news.add("first"));
            return true;
        });
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.afterCommit(() -> news.add("never"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        database.write(tx -> {
            tx.afterCommit(() -> news.add("second"));
            return true;
        });
        assertThat(news).containsExactly("first", "second");
    }

    private boolean putOrFail(String name) {
        try {
            put(name, "1");
            return true;
        } catch (RuntimeException taken) {
            return false;
        }
    }

    private void put(String name, String value) {
        database.write(tx -> tx.handle()
                .createUpdate("INSERT INTO meta (name, value) VALUES (?, ?)")
                .bind(0, name)
                .bind(1, value)
                .execute());
    }

    private String get(String name) {
        return database.read(h -> h.createQuery("SELECT value FROM meta WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .one());
    }
}
