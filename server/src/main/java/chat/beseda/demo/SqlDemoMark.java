package chat.beseda.demo;

import chat.beseda.storage.Database;
import java.util.Optional;

/** Remembers in the database how far the demo was filled: a row of {@code meta}. */
final class SqlDemoMark {
    private static final String NAME = "demo";

    private final Database database;

    SqlDemoMark(Database database) {
        this.database = database;
    }

    /** How far the filling came. */
    enum Stage {
        BEGUN,
        DONE
    }

    /** Nothing when the demo was never begun here. */
    Optional<Stage> read() {
        return database.read(handle -> handle.createQuery("SELECT value FROM meta WHERE name = :name")
                .bind("name", NAME)
                .mapTo(String.class)
                .findOne()
                .map(Stage::valueOf));
    }

    void write(Stage stage) {
        database.write(transaction -> transaction
                .handle()
                .createUpdate("""
                        INSERT INTO meta (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """)
                .bind("name", NAME)
                .bind("value", stage.name())
                .execute());
    }
}
