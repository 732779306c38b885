package chat.beseda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasBackedUpWhileTheServerWroteIsThereElsewhereUnderAnotherEpoch() throws IOException {
        var here = new DataFolder(folder.resolve("here"));
        var there = new DataFolder(folder.resolve("there"));
        here.prepare();
        Files.writeString(here.photos().resolve("face.png"), "a face");
        var backup = new BackupFile(folder.resolve("copy.zip"));
        String epoch;
        try (Database database = Database.open(at(here), broken -> {})) {
            IntStream.range(0, 1_200).forEach(i -> put(database, "name" + i));
            backup.write(at(here), here);
            put(database, "afterwards");
            epoch = database.epoch();
        }

        backup.restore(at(there), there);

        try (Database restored = Database.open(at(there), broken -> {})) {
            assertThat(count(restored, "name%")).isEqualTo(1_200);
            assertThat(count(restored, "afterwards")).isZero();
            assertThat(restored.epoch()).isNotEqualTo(epoch);
        }
        assertThat(there.photos().resolve("face.png")).hasContent("a face");
    }

    @Test
    void smallAndGreatNumbersStandInOneColumn() throws IOException {
        var here = new DataFolder(folder.resolve("here"));
        var there = new DataFolder(folder.resolve("there"));
        here.prepare();
        var backup = new BackupFile(folder.resolve("copy.zip"));
        try (Database database = Database.open(at(here), broken -> {})) {
            for (long time : new long[] {0, 1_800_000_000_000L, 1}) {
                database.write(tx -> tx.handle()
                        .createUpdate(
                                "INSERT INTO audit (id, at, address, act, about, details) VALUES (?, ?, '', '', '', '')")
                        .bind(0, time + 7)
                        .bind(1, time)
                        .execute());
            }
            backup.write(at(here), here);
        }

        backup.restore(at(there), there);

        try (Database restored = Database.open(at(there), broken -> {})) {
            List<Long> times = restored.read(handle -> handle.createQuery("SELECT at FROM audit ORDER BY at")
                    .mapTo(Long.class)
                    .list());
            assertThat(times).containsExactly(0L, 1L, 1_800_000_000_000L);
        }
    }

    @Test
    void aFileOfSomethingElseIsNoBackup() throws IOException {
        Path file = folder.resolve("letter.txt");
        Files.writeString(file, "Dear all");
        assertThat(new BackupFile(file).usable()).isFalse();
        assertThat(new BackupFile(folder.resolve("nothing")).usable()).isFalse();
    }

    @Test
    void aFolderHasOneServer() throws IOException {
        var data = new DataFolder(folder.resolve("data"));
        data.prepare();
        try (DataFolder.Lock first = data.lock().orElseThrow()) {
            assertThat(first.channel().isOpen()).isTrue();
            assertThat(data.lock()).isEmpty();
        }
        assertThat(data.lock()).isPresent();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "in the way");
        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).prepare()).hasMessageContaining(file.toString());
    }

    private static DatabaseAddress at(DataFolder data) {
        return new DatabaseAddress.SqliteFile(data.path().resolve("beseda.db"));
    }

    private static void put(Database database, String name) {
        database.write(tx -> tx.handle()
                .createUpdate("INSERT INTO meta (name, value) VALUES (?, 'x')")
                .bind(0, name)
                .execute());
    }

    private static int count(Database database, String pattern) {
        return database.<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM meta WHERE name LIKE ?")
                .bind(0, pattern)
                .mapTo(Integer.class)
                .one());
    }
}
