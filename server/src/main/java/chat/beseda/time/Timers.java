package chat.beseda.time;

import java.time.Duration;

/** Calls back later. Tests use a manual one whose hands they move. */
public interface Timers {

    /** Runs the task once after the delay, on a thread of its own. */
    Timer after(Duration delay, Runnable task);

    /** Runs the task again and again, the first time after one period. A task that is still running is not started twice. */
    Timer every(Duration period, Runnable task);

    /** A call that is still to come. */
    interface Timer {
        void cancel();
    }
}
