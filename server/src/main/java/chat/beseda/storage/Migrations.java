package chat.beseda.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database's tables up to this program's version: numbered files under {@code db/common} and {@code db/<engine>}. Flyway
 * does it and writes down what it did; a start that finds everything written down does not wake Flyway at all.
 */
final class Migrations {
    private Migrations() {}

    static void apply(Engine engine) {
        List<MigrationFile> known = MigrationFile.of(engine.dialect());
        if (isCurrent(engine, known)) {
            return;
        }
        try {
            flyway(engine).migrate();
        } catch (FlywayException failure) {
            throw unreachable(engine, failure);
        }
        with(engine, handle -> {
            Epoch.ensure(handle);
            return true;
        });
    }

    /** @throws DatabaseRefusal when a newer program than this one was here */
    private static boolean isCurrent(Engine engine, List<MigrationFile> known) {
        return with(engine, handle -> {
            if (!engine.dialect().hasTable(handle, "flyway_schema_history")) {
                return false;
            }
            List<MigrationFile> applied = applied(handle);
            refuseNewer(applied, known);
            return applied.equals(known) && Epoch.isThere(handle);
        });
    }

    private static List<MigrationFile> applied(Handle handle) {
        return handle.createQuery("""
                        SELECT version, checksum FROM flyway_schema_history
                        WHERE type = 'SQL' AND success ORDER BY installed_rank
                        """)
                .map((row, context) -> new MigrationFile(row.getInt("version"), row.getInt("checksum")))
                .list();
    }

    private static void refuseNewer(List<MigrationFile> applied, List<MigrationFile> known) {
        int has = newest(applied);
        int knows = newest(known);
        if (has > knows) {
            throw new DatabaseRefusal(
                    "database_newer",
                    "the database has version %d, this program knows %d: run the program that made it, or restore a backup"
                            .formatted(has, knows),
                    null);
        }
    }

    private static int newest(List<MigrationFile> files) {
        return files.stream().mapToInt(MigrationFile::version).max().orElse(0);
    }

    private static Flyway flyway(Engine engine) {
        Logger.getLogger("org.flywaydb").setLevel(Level.WARNING);
        return Flyway.configure()
                .dataSource(engine.url(), "", "")
                .locations(
                        "classpath:db/common",
                        "classpath:db/" + engine.dialect().migrationFolder())
                .failOnMissingLocations(false)
                .placeholders(engine.dialect().migrationWords())
                .load();
    }

    private static boolean with(Engine engine, Predicate<Handle> work) {
        try (Connection connection = engine.connect();
                Handle handle = Jdbi.open(connection)) {
            return work.test(handle);
        } catch (SQLException | JdbiException failure) {
            throw unreachable(engine, failure);
        }
    }

    private static DatabaseRefusal unreachable(Engine engine, Exception failure) {
        return new DatabaseRefusal(
                "database_unreachable",
                "cannot open the database %s: %s".formatted(engine.name(), reason(failure)),
                failure);
    }

    /** The driver's own words: the libraries around it add lines about themselves. */
    private static String reason(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf((cause == null ? failure : cause).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
