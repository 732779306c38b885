package chat.beseda.delivery;

import chat.beseda.conversations.ConversationId;
import chat.beseda.events.Stream;
import chat.beseda.lines.CloseCode;
import chat.beseda.lines.Line;
import java.time.Duration;
import java.util.List;

/**
 * How far one stream of a conversation has been sent over one line.
 *
 * <pre>
 *   behind --- read from the store until nothing is missing ---> live
 *      ^                                                           |
 *      +------------- an event that is not the next one -----------+
 * </pre>
 *
 * While behind, news only raises {@code announced}: the store has what it tells of. So every event goes out once and in
 * order, whether it came by news or by reading. Thread-safe.
 */
final class Track {
    static final int REPLAY = 300;
    static final int SNAPSHOT = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Line line;
    private final EventFrames frames;
    private final ConversationId id;
    private final Reader reader;
    private final Stream stream;
    private long last;
    private long announced;
    private boolean live;
    private boolean stopped;

    Track(Line line, EventFrames frames, ConversationId id, Reader reader, Stream stream) {
        this.line = line;
        this.frames = frames;
        this.id = id;
        this.reader = reader;
        this.stream = stream;
    }

    Stream stream() {
        return stream;
    }

    /** Sends what the client lacks; returns when it lacks nothing, or the line is over. */
    void begin(long after, long top) {
        boolean replaced = after < 0 || after > top || top - after > REPLAY;
        if (!line.awaitRoom(PATIENCE)) {
            giveUp();
            return;
        }
        if (replaced) {
            send(frames.newest(id, reader, stream, top, SNAPSHOT).frame());
        } else if (after == top) {
            send(frames.frame(reader, stream, List.of(), top, false));
        }
        startFrom(replaced ? top : after, top);
        catchUp();
    }

    /** Hands on news. True when the client is behind from now on and somebody has to {@link #catchUp}. */
    synchronized boolean offer(Bulletin.Part part) {
        announced = Math.max(announced, part.last());
        if (!live || part.last() <= last) {
            return false;
        }
        if (part.first() == last + 1) {
            line.send(part.frame());
            last = part.last();
            return false;
        }
        live = false;
        return true;
    }

    synchronized void stop() {
        live = false;
        stopped = true;
    }

    void catchUp() {
        while (line.awaitRoom(PATIENCE)) {
            long known = announced();
            if (sent(frames.after(id, reader, stream, last()), known)) {
                return;
            }
        }
        giveUp();
    }

    /** @param known what was announced before the piece was read, so that the store had to have it */
    private synchronized boolean sent(EventFrames.Piece piece, long known) {
        if (stopped) {
            return true;
        }
        if (!piece.empty()) {
            line.send(piece.frame());
            last = piece.last();
        } else if (last < known) {
            throw new IllegalStateException("the store ends at %s %d of conversation %d, but %d was announced"
                    .formatted(stream, last, id.value(), known));
        }
        live = piece.complete() && last >= announced;
        return live;
    }

    private synchronized void send(byte[] frame) {
        if (!stopped) {
            line.send(frame);
        }
    }

    private synchronized void startFrom(long position, long top) {
        last = position;
        announced = Math.max(announced, top);
    }

    private synchronized long last() {
        return last;
    }

    private synchronized long announced() {
        return announced;
    }

    private void giveUp() {
        if (line.isOpen()) {
            line.close(CloseCode.SLOW);
        }
    }
}
