package chat.beseda.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ManualTimersTest {
    private final TestClock clock = new TestClock(Instant.EPOCH);
    private final ManualTimers timers = new ManualTimers(clock);

    @Test
    void callsComeInOrderOfTimeAndSeeTheirOwnTime() {
        var calls = new ArrayList<String>();
        timers.after(Duration.ofSeconds(3), () -> calls.add("late " + clock.millis()));
        timers.every(Duration.ofSeconds(2), () -> calls.add("again " + clock.millis()));
        timers.after(
                Duration.ofSeconds(1), () -> timers.after(Duration.ZERO, () -> calls.add("inner " + clock.millis())));

        timers.advance(Duration.ofSeconds(4));

        assertThat(calls).containsExactly("inner 1000", "again 2000", "late 3000", "again 4000");
    }

    @Test
    void aCancelledCallNeverComes() {
        var calls = new ArrayList<String>();
        var timer = timers.every(Duration.ofSeconds(1), () -> calls.add("call"));
        timers.advance(Duration.ofSeconds(1));

        timer.cancel();
        timers.advance(Duration.ofSeconds(5));

        assertThat(calls).containsExactly("call");
        assertThat(timers.waiting()).isZero();
    }
}
