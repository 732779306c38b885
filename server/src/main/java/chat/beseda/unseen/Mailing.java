package chat.beseda.unseen;

import java.time.Duration;

/**
 * Whether answers that the visitor has not seen go to him by e-mail.
 *
 * @param minutes how long an answer waits for him before
 */
public record Mailing(boolean on, int minutes) {
    static final Mailing USUAL = new Mailing(true, 5);
    static final int LEAST = 1;
    static final int MOST = 1_440;

    Duration patience() {
        return Duration.ofMinutes(minutes);
    }
}
