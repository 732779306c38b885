package chat.beseda.testing;

import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line that goes nowhere and remembers all that was sent. Thread-safe. */
public final class MemoryLine implements Line {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String id;
    private final List<byte[]> sent = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable CloseCode> code = new AtomicReference<>();

    public MemoryLine(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(byte[] frame) {
        if (isOpen()) {
            sent.add(frame);
        }
    }

    @Override
    public void sendIfRoom(byte[] frame) {
        send(frame);
    }

    @Override
    public boolean awaitRoom(Duration patience) {
        return isOpen();
    }

    @Override
    public void close(CloseCode why, @Nullable Duration retry) {
        code.compareAndSet(null, why);
    }

    @Override
    public boolean isOpen() {
        return code.get() == null;
    }

    /** Why it was closed; null while it is open. */
    public @Nullable CloseCode code() {
        return code.get();
    }

    public List<JsonNode> frames() {
        return sent.stream().map(JSON::readTree).toList();
    }

    /** The very arrays that were sent. */
    public List<byte[]> bytes() {
        return List.copyOf(sent);
    }

    /** Frames of a type so far. */
    public long count(String type) {
        return frames().stream()
                .filter(frame -> frame.get("t").stringValue().equals(type))
                .count();
    }
}
