package chat.beseda.requests;

import chat.beseda.security.RandomTokens;
import chat.beseda.security.SharedSecret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells when a form was opened: nobody fills one in within two seconds. Stamps of before the server started are not known any more.
 * Thread-safe.
 */
public final class FormStamps {
    /** What people need at least. */
    static final Duration LEAST = Duration.ofSeconds(2);

    static final Duration MOST = Duration.ofHours(24);
    private static final String FORM = "\\d{1,15}\\.[0-9a-f]{64}";

    private final InstantSource clock;
    private final SharedSecret secret;

    FormStamps(RandomTokens tokens, InstantSource clock) {
        this.clock = clock;
        this.secret = new SharedSecret(tokens.secret());
    }

    /** A stamp for a form that is opened now. */
    public String issue() {
        String time = Long.toString(clock.millis());
        return time + "." + HexFormat.of().formatHex(secret.signature(time));
    }

    /** How long ago the form was opened; nothing when the stamp is not ours, or too old. */
    Optional<Duration> age(String stamp) {
        if (!stamp.matches(FORM)) {
            return Optional.empty();
        }
        int dot = stamp.indexOf('.');
        String time = stamp.substring(0, dot);
        Duration age = Duration.ofMillis(clock.millis() - Long.parseLong(time));
        return secret.signed(time, stamp.substring(dot + 1)) && age.compareTo(MOST) <= 0
                ? Optional.of(age)
                : Optional.empty();
    }
}
