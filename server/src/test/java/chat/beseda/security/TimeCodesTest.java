package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Codes of the second factor, with the examples of RFC 6238, appendix B, and of RFC 4648, section 10. */
class TimeCodesTest {
    private static final String SECRET = TimeCodes.base32("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final Duration STEP = Duration.ofSeconds(30);

    @Test
    void theExamplesOfTheStandard() {
        Map.of(59L, "287082", 1_111_111_109L, "081804", 1_234_567_890L, "005924", 20_000_000_000L, "353130")
                .forEach((second, code) ->
                        assertThat(TimeCodes.code(SECRET, second * 1_000)).isEqualTo(code));
        assertThat(TimeCodes.base32("fooba".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTB");
        assertThat(TimeCodes.base32("foob".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YQ");
    }

    @Test
    void aSecretIsOneOfItsOwn() {
        var random = new SecureRandom();
        assertThat(TimeCodes.secret(random)).matches("[A-Z2-7]{32}").isNotEqualTo(TimeCodes.secret(random));
    }

    @Test
    void aCodeIsGoodHalfAMinuteAroundItsTime() {
        long now = 1_700_000_010_000L;
        String code = TimeCodes.code(SECRET, now);

        assertThat(TimeCodes.stepOf(SECRET, code, now, 0)).hasValue(now / STEP.toMillis());
        assertThat(TimeCodes.stepOf(SECRET, code, now + STEP.toMillis(), 0)).isPresent();
        assertThat(TimeCodes.stepOf(SECRET, code, now - STEP.toMillis(), 0)).isPresent();
        assertThat(TimeCodes.stepOf(SECRET, code, now + 2 * STEP.toMillis(), 0)).isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, code, now - 2 * STEP.toMillis(), 0)).isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    void aUsedCodeAndOlderOnesAreNotTakenAgain() {
        long now = 1_700_000_010_000L;
        long step = now / STEP.toMillis();

        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, now), now, step))
                .isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, now - STEP.toMillis()), now, step))
                .isEmpty();
        assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, now + STEP.toMillis()), now, step))
                .hasValue(step + 1);
    }
}
