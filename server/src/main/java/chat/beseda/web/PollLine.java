package chat.beseda.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line over plain HTTP. Its frames are numbered 1, 2, 3… and kept until a poll says that they arrived, so that an answer
 * lost on the way is only sent again. Thread-safe.
 */
final class PollLine implements Line {
    private final String id;
    private final int largestFrame;
    private final Runnable onEnd;
    private final Turns turns = new Turns();
    private final LineQueue queue = new LineQueue();
    private final ArrayDeque<byte[]> kept = new ArrayDeque<>();
    private long dropped;
    private long polls;
    private boolean ended;

    PollLine(String id, int largestFrame, Runnable onEnd) {
        this.id = id;
        this.largestFrame = largestFrame;
        this.onEnd = onEnd;
    }

    void open(Function<Line, LineHandler> opener) {
        turns.begin(opener.apply(this));
    }

    /** Hands a frame of the browser to the door, and returns when the door has done with it. */
    void receive(byte[] frame) {
        if (frame.length > largestFrame) {
            turns.tooLarge(largestFrame);
        } else {
            turns.received(frame);
        }
    }

    int largestFrame() {
        return largestFrame;
    }

    /**
     * Frames after the number, waiting for some until the time is up. A second poll ends the first with an empty answer.
     *
     * @return null when the line has ended and everything it had to say has arrived, or the number was never given out
     */
    synchronized @Nullable Batch poll(long after, Duration hold) throws InterruptedException {
        if (after < dropped || after > dropped + kept.size()) {
            return null;
        }
        forget(after);
        long mine = ++polls;
        notifyAll();
        long deadline = System.nanoTime() + hold.toNanos();
        while (kept.isEmpty() && !ended && mine == polls) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        if (mine != polls) {
            return new Batch(after, List.of());
        }
        return ended && kept.isEmpty() ? null : new Batch(dropped + kept.size(), List.copyOf(kept));
    }

    private void forget(long upTo) {
        while (dropped < upTo) {
            queue.remove(kept.removeFirst().length);
            dropped++;
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void send(byte[] frame) {
        if (!keep(frame)) {
            close(CloseCode.SLOW);
        }
    }

    private synchronized boolean keep(byte[] frame) {
        if (ended) {
            return true;
        }
        boolean room = queue.add(frame.length);
        if (room) {
            kept.add(frame);
            notifyAll();
        }
        return room;
    }

    @Override
    public void sendIfRoom(byte[] frame) {
        if (!queue.isHalfFull()) {
            send(frame);
        }
    }

    @Override
    public boolean awaitRoom(Duration patience) {
        return queue.awaitRoom(patience);
    }

    @Override
    public void close(CloseCode code, @Nullable Duration retry) {
        if (end(code.bye(retry))) {
            queue.end();
            turns.end();
            onEnd.run();
        }
    }

    private synchronized boolean end(byte[] bye) {
        if (ended) {
            return false;
        }
        ended = true;
        kept.add(bye);
        queue.add(0);
        notifyAll();
        return true;
    }

    /** The browser said it goes. */
    synchronized void hangUp() {
        if (!ended) {
            ended = true;
            kept.clear();
            notifyAll();
            queue.end();
            turns.end();
            onEnd.run();
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return !ended;
    }

    /** Frames in a row; {@code last} is the number of the last one, or what the poll asked after when there is none. */
    record Batch(long last, List<byte[]> frames) {}
}
