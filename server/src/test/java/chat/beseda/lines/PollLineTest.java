package chat.beseda.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollLineTest {
    private static final Duration HOLD = Duration.ofSeconds(20);

    final ManualTimers timers = new ManualTimers(new TestClock());
    final CountDownLatch closed = new CountDownLatch(1);
    final List<String> received = new ArrayList<>();
    final PollLine line = new PollLine("a", 10, timers, () -> {});

    PollLineTest() {
        line.open(opened -> new LineHandler() {
            @Override
            public void received(byte[] frame) {
                received.add(new String(frame, UTF_8));
            }

            @Override
            public void tooLarge(int limit) {
                received.add("over " + limit);
            }

            @Override
            public void closed() {
                closed.countDown();
            }
        });
    }

    @Test
    void aFrameIsKeptUntilAPollNamesIt() throws Exception {
        send("one", "two");
        assertThat(poll(0)).isEqualTo("2 one two");
        assertThat(poll(0)).as("the answer was lost").isEqualTo("2 one two");
        send("three");
        assertThat(poll(1)).isEqualTo("3 two three");
        assertThat(line.poll(0, HOLD)).as("given away for good").isNull();
        assertThat(line.poll(9, HOLD)).as("never given out").isNull();
    }

    @Test
    void aPollWaitsForAFrame() throws Exception {
        var waiting = polling(0);
        send("late");
        assertThat(waiting.join()).isEqualTo("1 late");
    }

    @Test
    void aPollWaitsNoLongerThanItsTime() {
        var waiting = polling(0);
        while (timers.waiting() == 0) {
            Thread.onSpinWait();
        }
        timers.advance(HOLD.minusMillis(1));
        assertThat(waiting).isNotDone();
        timers.advance(Duration.ofMillis(1));
        assertThat(waiting.join()).isEqualTo("0");
        send("for the next");
        assertThat(polling(0).join()).isEqualTo("1 for the next");
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void aSecondPollEndsTheFirst() throws Exception {
        var first = polling(0);
        var second = polling(0);
        assertThat(CompletableFuture.anyOf(first, second).join()).isEqualTo("0");
        send("for the other");
        assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder("0", "1 for the other");
    }

    @Test
    void theGoodbyeIsTheLastFrameAndThenTheLineIsGone() throws Exception {
        send("one");
        line.close(CloseCode.RESTART, Duration.ofMillis(1_500));
        send("too late");
        assertThat(poll(0)).isEqualTo("2 one {\"t\":\"bye\",\"code\":1012,\"retryMs\":1500}");
        assertThat(line.poll(2, HOLD)).isNull();
        closed.await();
    }

    @Test
    void whoNeverPollsIsTooSlow() throws Exception {
        for (int i = 0; i < 257; i++) {
            send("x");
        }
        assertThat(line.isOpen()).isFalse();
        assertThat(poll(0)).endsWith("\"code\":4008,\"retryMs\":null}");
        closed.await();
    }

    @Test
    void whatIsOverTheLimitIsNotHandedOn() {
        line.receive("0123456789".getBytes(UTF_8));
        line.receive("01234567890".getBytes(UTF_8));
        assertThat(received).containsExactly("0123456789", "over 10");
    }

    @Test
    void hangingUpEndsAWaitingPoll() throws Exception {
        var waiting = polling(0);
        line.hangUp();
        assertThat(waiting.join()).isEqualTo("gone");
        closed.await();
    }

    private void send(String... frames) {
        for (String frame : frames) {
            line.send(frame.getBytes(UTF_8));
        }
    }

    private String poll(long after) throws InterruptedException {
        return written(line.poll(after, HOLD));
    }

    private CompletableFuture<String> polling(long after) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return poll(after);
                    } catch (InterruptedException stop) {
                        throw new AssertionError(stop);
                    }
                },
                Thread::startVirtualThread);
    }

    private static String written(PollLine.@Nullable Batch batch) {
        if (batch == null) {
            return "gone";
        }
        var text = new StringBuilder(Long.toString(batch.last()));
        batch.frames().forEach(frame -> text.append(' ').append(new String(frame, UTF_8)));
        return text.toString();
    }
}
