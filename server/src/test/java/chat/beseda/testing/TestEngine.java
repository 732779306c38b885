package chat.beseda.testing;

import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engines that every store has to work on. */
public enum TestEngine {
    SQLITE {
        @Override
        public TestDatabase open() {
            try {
                Path folder = Files.createTempDirectory("beseda-test");
                var address = new DatabaseAddress.SqliteFile(folder.resolve("beseda.db"));
                return new TestDatabase(Database.open(address, broken -> {}), folder);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    },
    POSTGRES {
        @Override
        public TestDatabase open() {
            var address =
                    new DatabaseAddress.PostgresServer(PostgresServer.shared().newDatabase());
            return new TestDatabase(Database.open(address, broken -> {}), null);
        }
    };

    /** A new database with the product's tables and nothing in them. */
    public abstract TestDatabase open();
}
