package chat.beseda.reports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Many numbers, and what they come to. Not thread-safe. */
final class Longs {
    private long[] numbers = new long[8];
    private int count;
    private boolean sorted = true;

    void add(long number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count++] = number;
        sorted = false;
    }

    int count() {
        return count;
    }

    @Nullable
    Double mean() {
        return count == 0
                ? null
                : (Double) ((double) Arrays.stream(numbers, 0, count).sum() / count);
    }

    /** The middle one, or what lies between the two in the middle. */
    @Nullable
    Double median() {
        sort();
        return count == 0 ? null : (Double) ((numbers[(count - 1) / 2] + numbers[count / 2]) / 2.0);
    }

    @Nullable
    Double most() {
        sort();
        return count == 0 ? null : (Double) (double) numbers[count - 1];
    }

    int different() {
        sort();
        int different = 0;
        for (int at = 0; at < count; at++) {
            different += at == 0 || numbers[at] != numbers[at - 1] ? 1 : 0;
        }
        return different;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(numbers, 0, count);
            sorted = true;
        }
    }
}
