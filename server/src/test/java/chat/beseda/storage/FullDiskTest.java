package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class FullDiskTest {
    private static final String TEXT = "x".repeat(100_000);

    @TempDir
    Path folder;

    private SmallDisk disk;

    @BeforeEach
    void open() {
        disk = new SmallDisk(folder.resolve("beseda.db"));
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void whatFindsNoRoomIsRefusedAndNothingOfItStays() {
        put("before");
        disk.fill();

        assertFull("refused");

        assertThat(count("before")).isOne();
        assertThat(count("refused")).isZero();
    }

    @Test
    void itWorksAgainByItselfWhenThereIsRoom() {
        disk.fill();
        assertFull("text");
        assertThat(disk.database().trouble())
                .as("a tiny write finds room in a page")
                .isEmpty();
        assertFull("text");
        disk.makeRoom();

        put("text");

        assertThat(count("text")).isOne();
        assertThat(disk.database().trouble()).isEmpty();
    }

    @Test
    void noRoomForTheIndexOfTheLogIsNoBrokenDisk() {
        SQLException noRoom = new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);
        assertThat(Dialect.SQLITE.troubleOf(noRoom)).isEqualTo(StorageTrouble.FULL);
        SQLException broken = new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_FSYNC);
        assertThat(Dialect.SQLITE.troubleOf(broken)).isEqualTo(StorageTrouble.BROKEN);
    }

    private void assertFull(String name) {
        assertThatThrownBy(() -> put(name))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        failure -> assertThat(failure.trouble()).isEqualTo(StorageTrouble.FULL));
    }

    private void put(String name) {
        disk.database()
                .write(transaction -> transaction
                        .handle()
                        .createUpdate("INSERT INTO meta (name, value) VALUES (?, ?)")
                        .bind(0, name)
                        .bind(1, TEXT)
                        .execute());
    }

    private int count(String name) {
        return disk.database()
                .<Integer>read(handle -> handle.createQuery("SELECT COUNT(*) FROM meta WHERE name = ?")
                        .bind(0, name)
                        .mapTo(Integer.class)
                        .one());
    }
}
