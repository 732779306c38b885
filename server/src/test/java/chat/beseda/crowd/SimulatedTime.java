package chat.beseda.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets simulated people live quickly: moves their clock second by second, whenever all of them wait for it. */
final class SimulatedTime {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final long LOOK_NANOS = 20_000;
    private static final long REST_NANOS = 300_000;
    private static final int LOOKS = 4;

    final TestClock clock = new TestClock(Instant.parse("2026-06-10T09:30:00Z"));
    final ManualTimers timers = new ManualTimers(clock);
    private final Supplier<Stream<Thread>> people;

    /** @param people the threads of those who live in this time */
    SimulatedTime(Supplier<Stream<Thread>> people) {
        this.people = people;
    }

    void until(String what, BooleanSupplier happened) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting: %s", what).isLessThan(deadline);
            if (everybodyRests()) {
                timers.advance(STEP);
            } else {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /** A thread that was just told something still looks asleep for a moment: only rest that lasts is rest. */
    private boolean everybodyRests() {
        for (int look = 0; look < LOOKS; look++) {
            if (!people.get().allMatch(SimulatedTime::waits)) {
                return false;
            }
            LockSupport.parkNanos(REST_NANOS);
        }
        return true;
    }

    private static boolean waits(Thread person) {
        return switch (person.getState()) {
            case WAITING, TERMINATED -> true;
            case NEW, RUNNABLE, BLOCKED, TIMED_WAITING -> false;
        };
    }
}
