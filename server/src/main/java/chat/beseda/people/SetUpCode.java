package chat.beseda.people;

import chat.beseda.security.LoginThrottle;
import chat.beseda.security.RandomTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What only somebody who sees the server's own output knows, so that a stranger who finds an empty server does not become its
 * administrator. Made anew at every start, kept in memory only. Guessing is slowed down for each address alone: a stranger's
 * wrong tries do not keep the owner out. Thread-safe.
 */
public final class SetUpCode {
    private final String code;
    private final LoginThrottle throttle;

    SetUpCode(RandomTokens tokens, LoginThrottle throttle) {
        this.code = tokens.code();
        this.throttle = throttle;
    }

    /** What came of showing a code. */
    public sealed interface Check {
        record Right() implements Check {}

        /** None was shown. */
        record Missing() implements Check {}

        record Wrong() implements Check {}

        /** Too many wrong ones: this one was not looked at. */
        record Delayed(Duration retry) implements Check {}
    }

    /** The code as the start of the program prints it. */
    public String text() {
        return code;
    }

    /** Looks at a code that was shown from an address; its case, spaces and hyphens do not matter. */
    public Check check(String shown, String address) {
        String bare = bare(shown);
        if (bare.isEmpty()) {
            return new Check.Missing();
        }
        String who = "first set-up from " + address;
        Optional<Duration> wait = throttle.begin(who, address);
        if (wait.isPresent()) {
            return new Check.Delayed(wait.get());
        }
        if (!MessageDigest.isEqual(bytes(bare), bytes(bare(code)))) {
            return new Check.Wrong();
        }
        throttle.succeeded(who, address);
        return new Check.Right();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
