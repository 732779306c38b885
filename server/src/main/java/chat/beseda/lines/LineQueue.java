package chat.beseda.lines;

import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what waits for a browser: {@value #FRAMES} frames or {@value #BYTES} bytes at most. It holds no frame itself, the
 * carrier does. Thread-safe.
 */
final class LineQueue {
    static final int FRAMES = 256;
    static final int BYTES = 1 << 20;

    private final AtomicInteger frames = new AtomicInteger();
    private final AtomicInteger bytes = new AtomicInteger();
    private int waiters;
    private boolean ended;

    /** Takes room for a frame; false when there is none. A frame alone in the queue may be of any size. */
    boolean add(int size) {
        int count = frames.incrementAndGet();
        int sum = bytes.addAndGet(size);
        if (count <= FRAMES && (sum <= BYTES || count == 1)) {
            return true;
        }
        frames.decrementAndGet();
        bytes.addAndGet(-size);
        return false;
    }

    void remove(int size) {
        frames.decrementAndGet();
        bytes.addAndGet(-size);
        wakeWaiters();
    }

    boolean isHalfFull() {
        return frames.get() >= FRAMES / 2 || bytes.get() >= BYTES / 2;
    }

    /** Waits for half of the room; false when the line ended or the patience did. */
    boolean awaitRoom(Duration patience, Timers timers) {
        if (hasEnded() || !isHalfFull()) {
            return !hasEnded();
        }
        var patient = new AtomicBoolean(true);
        Timers.Timer end = timers.after(patience, () -> runOut(patient));
        try {
            return awaitRoom(patient);
        } finally {
            end.cancel();
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void runOut(AtomicBoolean patient) {
        patient.set(false);
        notifyAll();
    }

    private synchronized boolean awaitRoom(AtomicBoolean patient) {
        waiters++;
        try {
            while (!ended && isHalfFull() && patient.get()) {
                wait();
            }
            return !ended && !isHalfFull();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiters--;
        }
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void wakeWaiters() {
        if (waiters > 0 && !isHalfFull()) {
            notifyAll();
        }
    }
}
