package chat.beseda.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Timers of the running program: one thread keeps the time, each task runs on a virtual thread. */
public final class SystemTimers implements Timers, AutoCloseable {
    private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("timers").daemon().factory());

    public SystemTimers() {
        clockwork.setRemoveOnCancelPolicy(true); // most calls are cancelled long before they are due
        clockwork.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // nothing is due after the end
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var future = clockwork.schedule(() -> start(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        var running = new AtomicBoolean();
        Runnable unlessRunning = () -> {
            if (running.compareAndSet(false, true)) {
                start(() -> {
                    try {
                        task.run();
                    } finally {
                        running.set(false);
                    }
                });
            }
        };
        var future =
                clockwork.scheduleAtFixedRate(unlessRunning, period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    /** How many calls are still to come. */
    int waiting() {
        return clockwork.getQueue().size();
    }

    private static void start(Runnable task) {
        Thread.ofVirtual().name("timer-task").start(task);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
