package chat.beseda.lines;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LineQueueTest {
    final ManualTimers timers = new ManualTimers(new TestClock());
    final LineQueue queue = new LineQueue();

    @Test
    void endsAt256Frames() {
        for (int i = 0; i < 256; i++) {
            assertThat(queue.add(10)).isTrue();
        }
        assertThat(queue.add(10)).isFalse();
        queue.remove(10);
        assertThat(queue.add(10)).isTrue();
    }

    @Test
    void endsAtOneMebibyteButLetsOneFrameOfAnySizeThrough() {
        assertThat(queue.add(3 << 20)).isTrue();
        assertThat(queue.add(1)).isFalse();
        queue.remove(3 << 20);
        assertThat(queue.add(1 << 19)).isTrue();
        assertThat(queue.isHalfFull()).isTrue();
        assertThat(queue.add(1 << 19)).isTrue();
        assertThat(queue.add(1)).isFalse();
    }

    @Test
    void whoWaitsForRoomGoesOnWhenThereIsSome() {
        for (int i = 0; i < 128; i++) {
            queue.add(1);
        }
        var impatient = waiting();
        timers.advance(Duration.ofSeconds(10));
        assertThat(impatient.join()).isFalse();
        var waiting = waiting();
        queue.remove(1);
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void nobodyWaitsForAnEndedLine() {
        for (int i = 0; i < 200; i++) {
            queue.add(1);
        }
        var waiting = waiting();
        queue.end();
        assertThat(waiting.join()).isFalse();
        assertThat(timers.waiting()).isZero();
    }

    /** Somebody who waits ten seconds for room, and has begun to. */
    private CompletableFuture<Boolean> waiting() {
        var waiting = CompletableFuture.supplyAsync(
                () -> queue.awaitRoom(Duration.ofSeconds(10), timers), Thread::startVirtualThread);
        while (timers.waiting() == 0) {
            Thread.onSpinWait();
        }
        return waiting;
    }
}
