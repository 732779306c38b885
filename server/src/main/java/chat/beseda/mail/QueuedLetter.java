package chat.beseda.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter in the queue. Times are UTC epoch milliseconds.
 *
 * @param nextAt when it is tried again
 * @param code why it was not taken the last time
 * @param words what the mail server said then
 */
public record QueuedLetter(
        long id,
        String to,
        String about,
        State state,
        int tries,
        long queuedAt,
        long nextAt,
        MailTrouble.@Nullable Code code,
        @Nullable String words) {

    /** What became of it. */
    public enum State {
        WAITING,
        SENT,
        REFUSED,
        /** It was taken, and came back later. */
        RETURNED
    }
}
