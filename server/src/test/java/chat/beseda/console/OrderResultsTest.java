package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.frames.ToEither;
import chat.beseda.operators.OperatorId;
import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrderResultsTest {
    private static final OperatorId ANNA = new OperatorId(1);

    final TestClock clock = new TestClock();
    final OrderResults results = new OrderResults(clock);
    final AtomicInteger times = new AtomicInteger();

    @Test
    void anOrderIsCarriedOutOnceForTenMinutes() {
        assertThat(done("r")).isEqualTo(done("r"));
        clock.advance(Duration.ofMinutes(10));
        results.forgetOld();
        done("r");
        assertThat(times).hasValue(1);
        clock.advance(Duration.ofMillis(1));
        results.forgetOld();
        done("r");
        assertThat(times).hasValue(2);
    }

    @Test
    void theSameNameOfAnotherOperatorIsAnotherOrder() {
        done("r");
        results.once(new OperatorId(2), "r", this::carryOut);
        assertThat(times).hasValue(2);
    }

    @Test
    void whatShouldBeTriedAgainIsTriedAgain() {
        var later = new ToEither.Refused(null, "r", "busy", Map.of(), 1_000L);
        assertThat(results.once(ANNA, "r", () -> later)).isEqualTo(later);
        assertThatThrownBy(() -> results.once(ANNA, "r", () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        done("r");
        assertThat(times).hasValue(1);
    }

    private ToEither done(String rid) {
        return results.once(ANNA, rid, this::carryOut);
    }

    private ToEither carryOut() {
        times.incrementAndGet();
        return new ToEither.Done("r");
    }
}
