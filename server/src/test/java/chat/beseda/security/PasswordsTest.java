package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords light = new Passwords(64);

    @Test
    void aHashNamesItsCostAndNeverRepeats() {
        String hash = new Passwords(Passwords.KIBIBYTES).hash("seven green kettles");

        assertThat(hash).startsWith("$argon2id$v=19$m=47104,t=1,p=1$").doesNotContain("kettles");
        assertThat(light.hash("seven green kettles")).isNotEqualTo(light.hash("seven green kettles"));
    }

    @Test
    void onlyTheSamePasswordMatches() {
        String hash = light.hash("seven green kettles");

        assertThat(light.matches("seven green kettles", hash)).isTrue();
        assertThat(light.matches("seven green kettle", hash)).isFalse();
        assertThat(light.matches("Seven green kettles", hash)).isFalse();
        assertThat(light.matches("the password of nobody", null)).isFalse();
    }

    @Test
    void theSameLettersTypedOnAnotherMachineMatch() {
        String composed = "\u043a\u043e\u0444\u0435\u0439\u043d\u0438\u043a \u0441 \u0439\u043e\u0434\u043e\u043c";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(light.matches(decomposed, light.hash(composed))).isTrue();
    }

    @Test
    void aHashOfAnotherCostStillMatchesAndIsToBeMadeAnew() {
        String old = light.hash("seven green kettles");
        var now = new Passwords(128);

        assertThat(now.matches("seven green kettles", old)).isTrue();
        assertThat(now.isOutdated(old)).isTrue();
        assertThat(now.isOutdated(now.hash("x"))).isFalse();
    }

    @Test
    void theHashIsArgon2idAsOthersComputeIt() {
        // By the reference program: echo -n password | argon2 saltsaltsaltsalt -id -t 1 -k 64 -p 1 -l 32 -e
        String hash =
                "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$" + "Wb9DOLKUgwlL5fjad9tfCPU0SBAo0PEY/evJRhwtUR0";

        assertThat(light.matches("password", hash)).isTrue();
    }

    @Test
    void aFloodIsRefusedAndLeavesTheMachineToOthers() throws Exception {
        var slow = new Passwords(4 * 1024);
        String hash = slow.hash("seven green kettles");
        List<Future<Boolean>> flood = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1_000; i++) {
                flood.add(threads.submit(() -> slow.matches("seven green kettles", hash)));
            }
            Future<String> other = threads.submit(() -> "a message");
            assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("a message");
        }
        assertThat(flood)
                .anyMatch(attempt ->
                        attempt.state() == Future.State.FAILED && attempt.exceptionNow() instanceof Passwords.Busy)
                .anyMatch(attempt -> attempt.state() == Future.State.SUCCESS && attempt.resultNow());
        assertThat(slow.matches("seven green kettles", hash)).isTrue();
    }

    @Test
    void manyAtOnceAreAllChecked() throws Exception {
        String hash = light.hash("seven green kettles");
        Callable<Boolean> check = () -> light.matches("seven green kettles", hash);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(
                            IntStream.range(0, 50).mapToObj(i -> check).toList()))
                    .extracting(Future::resultNow)
                    .containsOnly(true);
        }
    }
}
