package chat.beseda.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser's end of a line, over whichever carrier: a journal of all frames that came. Thread-safe. */
public abstract class TestLine implements AutoCloseable {
    protected static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<JsonNode> frames = new ArrayList<>();
    private int read;
    private int code;

    /** Sends text as it is. */
    public abstract void sendText(String frame);

    /** Ends the line as a closed tab does. */
    @Override
    public abstract void close();

    public void send(Map<String, ?> frame) {
        sendText(JSON.writeValueAsString(frame));
    }

    /** The next frame of the type after those that were awaited before; frames of other types in between are passed over. */
    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    public synchronized JsonNode await(String type, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            while (read < frames.size()) {
                JsonNode frame = frames.get(read++);
                if (frame.get("t").stringValue().equals(type) && condition.test(frame)) {
                    return frame;
                }
            }
            waitUntil(deadline, "no frame " + type);
        }
    }

    /** Waits for a frame that may have come at any time: for news whose order to others is nobody's promise. */
    public synchronized JsonNode see(String type, Predicate<JsonNode> condition) {
        int before = read;
        read = 0;
        JsonNode found = await(type, condition);
        read = Math.max(before, read);
        return found;
    }

    /** The code the server ended the line with. */
    public synchronized int awaitClose() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (code == 0) {
            waitUntil(deadline, "the line was not closed");
        }
        return code;
    }

    public synchronized boolean isClosed() {
        return code != 0;
    }

    /** Everything that came so far. */
    public synchronized List<JsonNode> journal() {
        return List.copyOf(frames);
    }

    /** Everything that came so far, as one text. */
    public String text() {
        return journal().toString();
    }

    protected synchronized void came(JsonNode frame) {
        frames.add(frame);
        if (frame.get("t").stringValue().equals("bye")) {
            code = frame.get("code").intValue();
        }
        notifyAll();
    }

    protected synchronized void ended(int closeCode) {
        code = code == 0 ? closeCode : code;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop
    private void waitUntil(long deadline, String complaint) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new AssertionError(complaint + " in time; came: " + frames + ", close code " + code);
        }
        try {
            wait(left);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    protected static @Nullable JsonNode parsed(String text) {
        return JSON.readTree(text);
    }
}
