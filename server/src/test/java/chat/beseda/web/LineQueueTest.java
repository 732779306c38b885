package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LineQueueTest {
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
        assertThat(queue.awaitRoom(Duration.ofMillis(1))).isFalse();
        var waiting = CompletableFuture.supplyAsync(
                () -> queue.awaitRoom(Duration.ofSeconds(10)), Thread::startVirtualThread);
        queue.remove(1);
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void nobodyWaitsForAnEndedLine() {
        for (int i = 0; i < 200; i++) {
            queue.add(1);
        }
        var waiting = CompletableFuture.supplyAsync(
                () -> queue.awaitRoom(Duration.ofSeconds(10)), Thread::startVirtualThread);
        queue.end();
        assertThat(waiting.join()).isFalse();
    }
}
