package chat.beseda.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.testing.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aStartOnACurrentDatabaseFindsItCurrentWithoutFlyway(Dialect dialect) {
        DatabaseAddress address = address(dialect);
        Migrations.apply(Engine.of(address));
        // Flyway cannot read its table without it.
        change(address, "ALTER TABLE flyway_schema_history DROP COLUMN installed_by");

        assertThatCode(() -> Migrations.apply(Engine.of(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAppliedIsRecordedAsWeCountIt(Dialect dialect) {
        DatabaseAddress address = address(dialect);
        Migrations.apply(Engine.of(address));
        List<MigrationFile> applied = Jdbi.create(Engine.of(address)::connect)
                .withHandle(handle -> handle.createQuery("SELECT version, checksum FROM flyway_schema_history")
                        .map((row, context) -> new MigrationFile(row.getInt(1), row.getInt(2)))
                        .list());
        assertThat(applied).isEqualTo(MigrationFile.of(dialect));
    }

    @ParameterizedTest
    @EnumSource
    void aNewerDatabaseIsRefused(Dialect dialect) {
        DatabaseAddress address = address(dialect);
        Migrations.apply(Engine.of(address));
        change(address, "UPDATE flyway_schema_history SET version = '9999' WHERE version = '0001'");

        assertThatThrownBy(() -> Database.open(address, broken -> {}))
                .isInstanceOfSatisfying(
                        DatabaseRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("database_newer"))
                .hasMessageContaining("9999");
    }

    @Test
    void aChangedFileIsNotTakenForTheOneThatRan() {
        DatabaseAddress address = address(Dialect.SQLITE);
        Migrations.apply(Engine.of(address));
        change(address, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '0001'");

        assertThatThrownBy(() -> Migrations.apply(Engine.of(address))).isInstanceOf(DatabaseRefusal.class);
    }

    @Test
    void aDatabaseWithoutItsNameGetsOne() {
        DatabaseAddress address = address(Dialect.SQLITE);
        Migrations.apply(Engine.of(address));
        change(address, "DELETE FROM meta");

        try (Database database = Database.open(address, broken -> {})) {
            assertThat(database.epoch()).isNotBlank();
        }
    }

    @Test
    void aFileOfSomethingElseIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("beseda.db"), "no database ".repeat(100));

        assertThatThrownBy(() -> Database.open(new DatabaseAddress.SqliteFile(file), broken -> {}))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining(file.toString())
                .extracting(Throwable::getMessage)
                .satisfies(message -> assertThat(message.lines()).hasSize(1));
    }

    @Test
    void aPasswordInTheAddressIsNotTold() {
        var address = new DatabaseAddress.PostgresServer("jdbc:postgresql://127.0.0.1:1/none?user=u&password=hidden");

        assertThatThrownBy(() -> Database.open(address, broken -> {}))
                .isInstanceOf(DatabaseRefusal.class)
                .hasMessageContaining("127.0.0.1:1/none")
                .hasMessageNotContaining("hidden");
    }

    private DatabaseAddress address(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> new DatabaseAddress.SqliteFile(folder.resolve("beseda.db"));
            case POSTGRES ->
                new DatabaseAddress.PostgresServer(PostgresServer.shared().newDatabase());
        };
    }

    private static void change(DatabaseAddress address, String sql) {
        try (Handle handle = Jdbi.create(Engine.of(address)::connect).open()) {
            handle.execute(sql);
        }
    }
}
