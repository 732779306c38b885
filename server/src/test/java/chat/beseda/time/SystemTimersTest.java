package chat.beseda.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SystemTimersTest {
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration NEVER = Duration.ofDays(1);

    final SystemTimers timers = new SystemTimers();

    @AfterEach
    void close() {
        timers.close();
    }

    @Test
    void callsBackOnAThreadThatMayBlock() {
        var virtual = new CompletableFuture<Boolean>();
        timers.after(SOON, () -> virtual.complete(Thread.currentThread().isVirtual()));
        assertThat(virtual.join()).isTrue();
    }

    @Test
    void nothingIsDueAfterTheEndAndAskingForItIsNoMistake() {
        timers.close();
        timers.after(SOON, () -> {}).cancel();
        timers.every(SOON, () -> {}).cancel();
        assertThat(timers.waiting()).isZero();
    }

    @Test
    void aTaskThatBlocksHoldsUpNoOther() throws InterruptedException {
        var both = new CountDownLatch(2);
        Runnable meet = () -> {
            both.countDown();
            await(both);
        };
        timers.after(SOON, meet);
        timers.after(SOON, meet);
        both.await();
    }

    @Test
    void aTaskThatIsStillRunningIsNotStartedTwice() throws InterruptedException {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var turns = new CountDownLatch(2);
        var meanwhile = new CountDownLatch(6);
        timers.every(SOON, () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            await(meanwhile);
            running.decrementAndGet();
            turns.countDown();
        });
        timers.every(SOON, meanwhile::countDown);
        turns.await();
        assertThat(most).hasValue(1);
    }

    @Test
    void aTaskThatFailsComesAgain() throws InterruptedException {
        var turns = new CountDownLatch(2);
        timers.every(SOON, () -> {
            turns.countDown();
            throw new IllegalStateException("a task that fails, as the test wants");
        });
        turns.await();
    }

    @Test
    void whatIsCancelledNeverComesAndIsHeldNoLonger() throws InterruptedException {
        var calls = new AtomicInteger();
        var later = new CountDownLatch(1);
        timers.after(NEVER, calls::incrementAndGet).cancel();
        timers.every(NEVER, calls::incrementAndGet).cancel();
        assertThat(timers.waiting()).isZero();
        timers.after(SOON, later::countDown);
        later.await();
        assertThat(calls).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
