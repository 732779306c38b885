package chat.beseda.testing;

import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Timers that run what is due on the thread that moves their clock, in order of time. Thread-safe. */
public final class ManualTimers implements Timers {
    private final TestClock clock;
    private final PriorityQueue<Call> calls =
            new PriorityQueue<>(Comparator.comparing(Call::due).thenComparingLong(Call::number));
    private long made;

    public ManualTimers(TestClock clock) {
        this.clock = clock;
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        return add(clock.instant().plus(delay), null, task);
    }

    @Override
    public Timer every(Duration period, Runnable task) {
        return add(clock.instant().plus(period), period, task);
    }

    /** Moves the clock, stopping at every call that is due on the way. */
    public void advance(Duration step) {
        Instant end = clock.instant().plus(step);
        for (Optional<Call> next = takeDue(end); next.isPresent(); next = takeDue(end)) {
            Call call = next.get();
            clock.set(call.due());
            call.task().run();
        }
        clock.set(end);
    }

    /** How many calls are still to come. */
    public synchronized int waiting() {
        return calls.size();
    }

    private synchronized Timer add(Instant due, @Nullable Duration period, Runnable task) {
        var call = new Call(due, made++, period, task);
        calls.add(call);
        return () -> cancel(call.number());
    }

    private synchronized void cancel(long number) {
        calls.removeIf(call -> call.number() == number);
    }

    private synchronized Optional<Call> takeDue(Instant end) {
        Call next = calls.peek();
        if (next == null || next.due().isAfter(end)) {
            return Optional.empty();
        }
        calls.remove(next);
        Duration period = next.period();
        if (period != null) {
            calls.add(new Call(next.due().plus(period), next.number(), period, next.task()));
        }
        return Optional.of(next);
    }

    private record Call(Instant due, long number, @Nullable Duration period, Runnable task) {}
}
