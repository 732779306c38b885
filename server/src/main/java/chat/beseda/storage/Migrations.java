package chat.beseda.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings a database's tables up to this program's version: numbered files under {@code db/common} and {@code db/<engine>}. */
final class Migrations {
    private Migrations() {}

    static void apply(Engine engine) {
        try {
            Flyway flyway = flyway(engine);
            refuseNewer(flyway);
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new DatabaseRefusal(
                    "database_unreachable",
                    "cannot open the database " + engine.url() + ": " + failure.getMessage(),
                    failure);
        }
        try (Connection connection = engine.connect();
                Handle handle = Jdbi.open(connection)) {
            Epoch.ensure(handle);
        } catch (SQLException failure) {
            throw new DatabaseRefusal("database_unreachable", "cannot open the database " + engine.url(), failure);
        }
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

    private static void refuseNewer(Flyway flyway) {
        MigrationVersion known = MigrationVersion.fromVersion("0");
        for (var migration : flyway.info().all()) {
            if (migration.getState().isResolved()
                    && migration.getVersion() != null
                    && migration.getVersion().compareTo(known) > 0) {
                known = migration.getVersion();
            }
        }
        var current = flyway.info().current();
        if (current != null && current.getVersion().compareTo(known) > 0) {
            throw new DatabaseRefusal(
                    "database_newer",
                    "the database has version %s, this program knows %s: run the program that made it, or restore a backup"
                            .formatted(current.getVersion(), known),
                    null);
        }
    }
}
