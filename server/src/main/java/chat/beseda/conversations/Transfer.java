package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over that is under way: the owner stays the owner until it is accepted.
 *
 * @param to who is asked; null when it goes to a department
 * @param until when it lapses, UTC epoch milliseconds
 * @param note the owner's words to who receives it, perhaps empty
 * @param asked whether the visitor's word is still waited for
 */
public record Transfer(
        @Nullable OperatorId to, @Nullable DepartmentId department, long until, String note, boolean asked) {

    public Transfer {
        if ((to == null) == (department == null)) {
            throw new IllegalArgumentException("a hand-over is to an operator or to a department, to one of them");
        }
    }

    Transfer agreed(long newUntil) {
        return new Transfer(to, department, newUntil, note, false);
    }
}
