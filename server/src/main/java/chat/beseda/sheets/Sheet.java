package chat.beseda.sheets;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that is written row by row, in bounded memory however many there are. Used by one thread. */
public interface Sheet extends AutoCloseable {

    /** Adds a row: texts, numbers, {@link java.time.LocalDateTime}s and nulls, as many as there are columns. */
    void row(List<@Nullable Object> cells) throws IOException;

    /** Writes what is left. What it writes to stays open. */
    @Override
    void close() throws IOException;

    /** A column: its name to programs, and to people. */
    record Column(String key, String title) {}
}
