package chat.beseda.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Timers of the running program: one thread keeps the time, each task runs on a virtual thread. */
public final class SystemTimers implements Timers, AutoCloseable {
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("timers").daemon().factory());

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

    private static void start(Runnable task) {
        Thread.ofVirtual().name("timer-task").start(task);
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
