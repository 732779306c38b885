package chat.beseda.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who does an administrative act, for the record.
 *
 * @param operator the id of the operator, or null for the program itself
 * @param address where the request came from
 */
public record Actor(@Nullable Long operator, String address) {

    /** The program itself: unattended set-up, a demo being filled. */
    public static Actor program() {
        return new Actor(null, "");
    }
}
