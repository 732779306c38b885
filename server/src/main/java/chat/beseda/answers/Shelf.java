package chat.beseda.answers;

import chat.beseda.operators.OperatorId;
import org.jspecify.annotations.Nullable;

/**
 * Whose ready answers are meant.
 *
 * @param owner null: those common to everybody
 */
public record Shelf(@Nullable OperatorId owner) {

    public static Shelf common() {
        return new Shelf(null);
    }

    public static Shelf of(OperatorId owner) {
        return new Shelf(owner);
    }
}
