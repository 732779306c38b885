package chat.beseda.app;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened so far. Closing takes it the other way round, and goes on when a part cannot be closed, so that a start
 * that failed halfway leaves nothing behind. Not thread-safe.
 */
final class Opened implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** Remembers the part and hands it back. */
    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failure) {
                log.atError().setCause(failure).log("server.close.failed");
            }
        }
    }
}
