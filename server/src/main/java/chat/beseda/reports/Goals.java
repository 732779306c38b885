package chat.beseda.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goals that visitors reached.
 *
 * @param goals the 200 most frequent, by name; what all of them come to stands beside them
 * @param conversionWith goals after a conversation, by conversations; null without conversations
 * @param conversionWithout the other goals, by visits without a conversation; null without such visits
 * @param operators those who had the conversation last, by what it came to
 */
public record Goals(
        List<Goal> goals,
        Reached with,
        Reached without,
        @Nullable Double conversionWith,
        @Nullable Double conversionWithout,
        List<OfOperator> operators) {

    /** How often, and what they were worth where the site told it. */
    public record Reached(long count, double value) {
        static final Reached NOTHING = new Reached(0, 0);

        Reached plus(double worth) {
            return new Reached(count + 1, value + worth);
        }
    }

    public record Goal(String name, Reached with, Reached without) {}

    public record OfOperator(String operator, Reached reached) {}
}
