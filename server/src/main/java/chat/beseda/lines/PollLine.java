package chat.beseda.lines;

import chat.beseda.time.Timers;
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
    private static final long NO_POLL = 0;

    private final String id;
    private final int largestFrame;
    private final Timers timers;
    private final Runnable onEnd;
    private final Turns turns = new Turns();
    private final LineQueue queue = new LineQueue();
    private final ArrayDeque<byte[]> kept = new ArrayDeque<>();
    private long dropped;
    private long polls;
    private boolean ended;

    PollLine(String id, int largestFrame, Timers timers, Runnable onEnd) {
        this.id = id;
        this.largestFrame = largestFrame;
        this.timers = timers;
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
    @Nullable
    Batch poll(long after, Duration hold) throws InterruptedException {
        long mine = begin(after);
        if (mine == NO_POLL) {
            return null;
        }
        Timers.Timer end = timers.after(hold, () -> expire(mine));
        try {
            return answer(after, mine);
        } finally {
            end.cancel();
        }
    }

    private synchronized long begin(long after) {
        if (after < dropped || after > dropped + kept.size()) {
            return NO_POLL;
        }
        forget(after);
        notifyAll();
        return ++polls;
    }

    /** Ends the poll as another one would. */
    private synchronized void expire(long poll) {
        if (poll == polls) {
            polls++;
            notifyAll();
        }
    }

    private synchronized @Nullable Batch answer(long after, long mine) throws InterruptedException {
        while (kept.isEmpty() && !ended && mine == polls) {
            wait();
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
        return queue.awaitRoom(patience, timers);
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
