package chat.beseda.lines;

import chat.beseda.time.Timers;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/**
 * A line over a WebSocket. It sits on Jetty's core protocol, below its session API: that keeps no request, no headers and no
 * method handles for each connection (3.5 KB instead of 9.2 KB), and one encoded frame can go to many lines.
 */
final class SocketLine implements Line, FrameHandler {
    private static final Duration PATIENCE_AT_CLOSING = Duration.ofSeconds(5);

    private final String id;
    private final int largestFrame;
    private final Timers timers;
    private final Runnable onEnd;
    private final Turns turns = new Turns();
    private final LineQueue queue = new LineQueue();
    private final AtomicBoolean ended = new AtomicBoolean();
    private @Nullable Function<Line, LineHandler> opener;
    private @Nullable CoreSession session;
    private @Nullable ByteArrayOutputStream begun;

    SocketLine(String id, LineGate.Admission.Welcome welcome, Timers timers, Runnable onEnd) {
        this.id = id;
        this.largestFrame = welcome.largestFrame();
        this.opener = welcome.opener();
        this.timers = timers;
        this.onEnd = onEnd;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        if (opener != null) {
            turns.begin(opener.apply(this));
            opener = null; // it holds the request, which nobody needs any more
        }
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> collect(frame, callback);
            case OpCode.BINARY -> {
                close(CloseCode.MALFORMED);
                readOn(callback);
            }
            case OpCode.PING -> answer(frame, callback);
            case OpCode.CLOSE -> callback.succeeded();
            default -> readOn(callback);
        }
    }

    /** The next frame is read when the pong has left, so that one who only asks fills no memory of ours. */
    private void answer(Frame ping, Callback callback) {
        if (ended.get()) {
            readOn(callback);
            return;
        }
        var pong = new Frame(OpCode.PONG, true, copy(ping.getPayload()));
        opened().sendFrame(pong, Callback.from(() -> readOn(callback), callback::failed), false);
    }

    private void collect(Frame part, Callback callback) {
        if (ended.get()) {
            readOn(callback);
            return;
        }
        int before = begun == null ? 0 : begun.size();
        if (before + part.getPayloadLength() > largestFrame) {
            begun = null;
            inTurn(() -> turns.tooLarge(largestFrame), callback);
            return;
        }
        if (part.isFin() && begun == null) {
            byte[] whole = bytes(part.getPayload());
            inTurn(() -> turns.received(whole), callback);
            return;
        }
        ByteArrayOutputStream parts = begun == null ? new ByteArrayOutputStream() : begun;
        parts.writeBytes(bytes(part.getPayload()));
        begun = part.isFin() ? null : parts;
        if (part.isFin()) {
            inTurn(() -> turns.received(parts.toByteArray()), callback);
        } else {
            readOn(callback);
        }
    }

    /** Jetty's own thread only reads; the door may block. The next frame is asked for when the door is done. */
    private void inTurn(Runnable work, Callback callback) {
        Thread.ofVirtual().name("line").start(() -> {
            try {
                work.run();
            } finally {
                readOn(callback);
            }
        });
    }

    private void readOn(Callback callback) {
        callback.succeeded();
        CoreSession open = opened();
        if (open.isInputOpen()) {
            open.demand();
        }
    }

    @Override
    public void onError(Throwable failure, Callback callback) {
        end();
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        end();
        callback.succeeded();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(byte[] frame) {
        if (ended.get()) {
            return;
        }
        if (queue.add(frame.length)) {
            transmit(frame, new Sent(frame.length));
        } else {
            close(CloseCode.SLOW);
        }
    }

    @Override
    public void sendIfRoom(byte[] frame) {
        if (!queue.isHalfFull()) {
            send(frame);
        }
    }

    @Override
    public boolean awaitRoom(Duration patience) {
        return queue.awaitRoom(patience, timers);
    }

    @Override
    public void close(CloseCode code, @Nullable Duration retry) {
        if (end()) {
            transmit(code.bye(retry), Callback.NOOP);
            opened().close(code.number(), "", Callback.NOOP);
            timers.after(PATIENCE_AT_CLOSING, this::abort);
        }
    }

    @Override
    public boolean isOpen() {
        return !ended.get();
    }

    /** True for the one call that ended the line. */
    private boolean end() {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            queue.end();
            turns.end();
            onEnd.run();
        }
        return first;
    }

    private void abort() {
        CoreSession open = opened();
        if (!open.isClosed()) {
            open.abort();
        }
    }

    private void transmit(byte[] frame, Callback callback) {
        opened().sendFrame(new Frame(OpCode.TEXT, true, ByteBuffer.wrap(frame)), callback, false);
    }

    private CoreSession opened() {
        CoreSession open = session;
        if (open == null) {
            throw new IllegalStateException("the line " + id + " should be open before it is used");
        }
        return open;
    }

    private static byte[] bytes(@Nullable ByteBuffer payload) {
        byte[] bytes = new byte[payload == null ? 0 : payload.remaining()];
        if (payload != null) {
            payload.get(bytes);
        }
        return bytes;
    }

    private static ByteBuffer copy(@Nullable ByteBuffer payload) {
        return ByteBuffer.wrap(bytes(payload));
    }

    /** Gives the room of a frame back when it is with the operating system, or the line broke. */
    private final class Sent implements Callback {
        private final int size;

        Sent(int size) {
            this.size = size;
        }

        @Override
        public void succeeded() {
            queue.remove(size);
        }

        @Override
        public void failed(Throwable cause) {
            queue.remove(size);
            end();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
