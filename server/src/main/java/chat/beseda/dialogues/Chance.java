package chat.beseda.dialogues;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Choices made by chance that is handed in, so that a seed makes the same demo again. */
public final class Chance {
    private Chance() {}

    public static <T> T of(List<T> choices, RandomGenerator chance) {
        return choices.get(chance.nextInt(choices.size()));
    }

    /** One of the choices, as often as its weight is a part of all weights. */
    public static <T> T weighted(List<T> choices, ToDoubleFunction<T> weight, RandomGenerator chance) {
        double left = chance.nextDouble() * choices.stream().mapToDouble(weight).sum();
        for (T choice : choices) {
            left -= weight.applyAsDouble(choice);
            if (left < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    /** True so many times of a hundred. */
    public static boolean percent(int percent, RandomGenerator chance) {
        return chance.nextInt(100) < percent;
    }

    /** A time that is usually about the median and now and then several times as long; milliseconds. */
    public static long around(double medianSeconds, double spread, RandomGenerator chance) {
        return Math.round(1_000 * medianSeconds * Math.exp(spread * chance.nextGaussian()));
    }

    /** A time between the two, milliseconds. */
    public static long between(double fromSeconds, double toSeconds, RandomGenerator chance) {
        return Math.round(1_000 * chance.nextDouble(fromSeconds, toSeconds));
    }
}
