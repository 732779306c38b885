package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoalescerTest {
    final ManualTimers timers = new ManualTimers(new TestClock());
    final BlockingQueue<Map<String, Integer>> batches = new LinkedBlockingQueue<>();

    @Test
    void theFirstGoesAtOnceAndTheRestTogetherAfterTheGap() throws Exception {
        var coalescer = new Coalescer<String, Integer>(timers, Duration.ofMillis(250), batches::add);
        coalescer.mark("a", 1);
        assertThat(next()).isEqualTo(Map.of("a", 1));
        awaitRest();
        coalescer.mark("a", 2);
        coalescer.mark("b", 3);
        coalescer.mark("a", 4);
        timers.advance(Duration.ofMillis(249));
        assertThat(batches).isEmpty();
        timers.advance(Duration.ofMillis(1));
        assertThat(next()).isEqualTo(Map.of("a", 4, "b", 3));
        timers.advance(Duration.ofMillis(250));
        coalescer.mark("c", 5);
        assertThat(next()).isEqualTo(Map.of("c", 5));
    }

    @Test
    void aBatchThatFailsComesAgainWithWhatCameSince() throws Exception {
        var turns = new AtomicInteger();
        var coalescer = new Coalescer<String, Integer>(timers, Duration.ZERO, batch -> {
            if (turns.getAndIncrement() == 0) {
                throw new IllegalStateException("the store is away");
            }
            batches.add(batch);
        });
        coalescer.mark("a", 1);
        awaitRest();
        coalescer.mark("b", 2);
        timers.advance(Duration.ofSeconds(1));
        assertThat(next()).isEqualTo(Map.of("a", 1, "b", 2));
    }

    /** Until the batch is handed on and the coalescer waits for its timer. */
    private void awaitRest() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (timers.waiting() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private @Nullable Map<String, Integer> next() throws InterruptedException {
        return batches.poll(30, TimeUnit.SECONDS);
    }
}
