package chat.beseda.lines;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a {@link LineHandler} in turn, and tells it of the end once and last. Thread-safe. */
final class Turns {
    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private @Nullable LineHandler handler;
    private boolean over;

    /** Hands the line to the door. */
    synchronized void begin(LineHandler door) {
        handler = door;
    }

    void received(byte[] frame) {
        tell(door -> door.received(frame));
    }

    void tooLarge(int limit) {
        tell(door -> door.tooLarge(limit));
    }

    private synchronized void tell(Consumer<LineHandler> what) {
        if (handler != null && !over) {
            try {
                what.accept(handler);
            } catch (RuntimeException failure) {
                log.atError().setCause(failure).log("line.frame.failed");
            }
        }
    }

    /** Returns at once; the door hears of the end when it has finished what it does. */
    void end() {
        Thread.ofVirtual().name("line-end").start(this::closed);
    }

    private synchronized void closed() {
        tell(LineHandler::closed);
        over = true;
    }
}
