package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void delaysOfAnAccountRiseFromTheThirdFailure() {
        var waits = new ArrayList<Long>();
        for (int i = 0; i < 12; i++) {
            assertThat(throttle.begin("anna", "192.0.2." + i)).isEmpty();
            Duration delay = throttle.begin("anna", "198.51.100." + i).orElse(Duration.ZERO);
            if (delay.isZero()) {
                assertThat(i).isZero();
                continue;
            }
            waits.add(delay.toSeconds());
            clock.advance(delay);
        }

        assertThat(waits).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void anAddressThatTriesManyAccountsIsSlowedToo() {
        for (String account : List.of("a", "b", "c")) {
            assertThat(throttle.begin(account, "192.0.2.1")).isEmpty();
        }

        assertThat(throttle.begin("d", "192.0.2.1")).contains(Duration.ofSeconds(1));
        assertThat(throttle.begin("d", "192.0.2.2")).isEmpty();
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        for (int i = 1; i <= 3; i++) {
            assertThat(throttle.begin("a" + i, "2001:db8::" + i)).isEmpty();
        }

        assertThat(throttle.begin("b", "2001:db8::ffff")).isPresent();
        assertThat(throttle.begin("b", "2001:db8:0:1::1")).isEmpty();
    }

    @Test
    void attemptsAtTheSameTimeGainNothing() {
        List<Optional<Duration>> attempts = List.of(1, 2, 3, 4, 5).stream()
                .map(i -> throttle.begin("anna", "192.0.2." + i))
                .toList();

        assertThat(attempts).filteredOn(Optional::isEmpty).hasSize(3);
    }

    @Test
    void anAttemptThatWasNotLookedAtDoesNotCount() {
        for (int i = 0; i < 3; i++) {
            throttle.begin("anna", "192.0.2." + i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.begin("anna", "198.51.100.1")).contains(Duration.ofSeconds(1));
        }
    }

    @Test
    void successForgivesTheAccountButNotTheGuessesOfTheAddress() {
        throttle.begin("victim", "192.0.2.1");
        throttle.begin("victim", "192.0.2.1");
        assertThat(throttle.begin("mine", "192.0.2.1")).isEmpty();
        throttle.succeeded("mine", "192.0.2.1");

        assertThat(throttle.begin("victim", "192.0.2.1")).isEmpty();
        assertThat(throttle.begin("other", "192.0.2.1")).contains(Duration.ofSeconds(1));
        assertThat(throttle.begin("mine", "192.0.2.9")).isEmpty();
    }

    @Test
    void whatWasNoGuessIsTakenBackAndForgivesNothingElse() {
        throttle.begin("mine", "192.0.2.1");
        throttle.begin("mine", "192.0.2.1");
        for (int i = 0; i < 5; i++) {
            assertThat(throttle.begin("mine", "192.0.2.1")).isEmpty();
            throttle.takeBack("mine", "192.0.2.1");
        }
        throttle.begin("mine", "192.0.2.1");
        assertThat(throttle.begin("mine", "192.0.2.9")).contains(Duration.ofSeconds(1));
        assertThat(throttle.begin("other", "192.0.2.1")).contains(Duration.ofSeconds(1));
    }

    @Test
    void anHourOfQuietForgets() {
        for (int i = 0; i < 3; i++) {
            throttle.begin("anna", "192.0.2.1");
        }
        clock.advance(LoginThrottle.MEMORY);

        assertThat(throttle.begin("anna", "192.0.2.1")).isEmpty();
        assertThat(throttle.begin("anna", "192.0.2.1")).isEmpty();
    }
}
