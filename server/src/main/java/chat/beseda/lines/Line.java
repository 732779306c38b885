package chat.beseda.lines;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An ordered two-way channel to one browser, whatever carries it. Sending never blocks: what the browser has not taken yet
 * waits in a {@link LineQueue}, and a line whose queue is full is closed as slow. Thread-safe.
 */
public interface Line {

    /** Names the line among those of this process. */
    String id();

    /** Sends a frame, UTF-8 JSON that nobody may change afterwards; does nothing once the line has ended. */
    void send(byte[] frame);

    /** Sends a frame that may be left out while the queue is half full. */
    void sendIfRoom(byte[] frame);

    /**
     * Waits until the queue is less than half full, so that many frames can be sent in a row.
     *
     * @return false when the line ended, or the time was up
     */
    boolean awaitRoom(Duration patience);

    /** Says goodbye and ends the line. Only the first call counts. */
    void close(CloseCode code, @Nullable Duration retry);

    default void close(CloseCode code) {
        close(code, null);
    }

    boolean isOpen();
}
