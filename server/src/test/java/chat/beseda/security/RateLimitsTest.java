package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final TestClock clock = new TestClock();
    private final RateLimits messages = new RateLimits(60, Duration.ofMinutes(1), 10, clock);

    @Test
    void aBurstThenOneASecondAndARefusalSaysWhen() {
        for (int i = 0; i < 10; i++) {
            assertThat(messages.take("anna")).isEmpty();
        }

        assertThat(messages.take("anna")).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(messages.take("anna")).isEmpty();
        assertThat(messages.take("anna")).isPresent();
    }

    @Test
    void everyKeyHasItsOwn() {
        for (int i = 0; i < 11; i++) {
            messages.take("anna");
        }

        assertThat(messages.take("boris")).isEmpty();
    }

    @Test
    void forgettingTheIdleForgivesNobody() {
        for (int i = 0; i < 10; i++) {
            messages.take("anna");
        }
        messages.forgetIdle();
        assertThat(messages.take("anna")).isPresent();

        clock.advance(Duration.ofMinutes(1));
        messages.forgetIdle();
        assertThat(messages.take("anna")).isEmpty();
    }
}
