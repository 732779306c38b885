package chat.beseda.lines;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why the server ends a line. The numbers are those of docs/protocol.md, where it says what the client does then. */
public enum CloseCode {
    RESTART(1012),
    SILENCE(4000),
    SLOW(4008),
    MALFORMED(4400),
    SIGNED_OUT(4401),
    FORBIDDEN(4403),
    UNKNOWN_SITE(4404),
    REPLACED(4409),
    /** The site doesn't serve this visitor. */
    BANNED(4410),
    TOO_LARGE(4413),
    OUTDATED(4426),
    TOO_MANY(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The last frame of a line, which tells the code where there is no close frame, and when to come back. */
    byte[] bye(@Nullable Duration retry) {
        String retryMs = retry == null ? "null" : Long.toString(retry.toMillis());
        return "{\"t\":\"bye\",\"code\":%d,\"retryMs\":%s}"
                .formatted(number, retryMs)
                .getBytes(US_ASCII);
    }
}
