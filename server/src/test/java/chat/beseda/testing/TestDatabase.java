package chat.beseda.testing;

import chat.beseda.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** An open database of a test's own, and the folder that goes when it closes. */
public record TestDatabase(Database database, @Nullable Path folder) implements AutoCloseable {

    @Override
    public void close() {
        database.close();
        if (folder != null) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
