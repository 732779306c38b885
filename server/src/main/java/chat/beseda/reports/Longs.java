package chat.beseda.reports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Many numbers, and what they come to. Asking for the median puts them in another order. Not thread-safe. */
final class Longs {
    /** Below this many numbers choosing one of them by halves is no faster than sorting. */
    private static final int FEW = 40;
    /** Of the golden ratio: neighbours come to lie far from each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] numbers;
    private int count;
    private long sum;

    Longs() {
        this(8);
    }

    /** With room for so many. */
    Longs(int room) {
        numbers = new long[room];
    }

    static Longs of(long... numbers) {
        var longs = new Longs(numbers.length);
        for (long number : numbers) {
            longs.add(number);
        }
        return longs;
    }

    void add(long number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(8, count * 2));
        }
        numbers[count++] = number;
        sum += number;
    }

    int count() {
        return count;
    }

    long get(int place) {
        return numbers[place];
    }

    @Nullable
    Double mean() {
        return count == 0 ? null : (Double) ((double) sum / count);
    }

    /** The middle one, or what lies between the two in the middle. */
    @Nullable
    Double median() {
        if (count == 0) {
            return null;
        }
        long upper = chosen(count / 2);
        // What stands before it is not greater.
        long lower = count % 2 == 1 ? upper : most(count / 2);
        return (lower + upper) / 2.0;
    }

    @Nullable
    Double most() {
        return count == 0 ? null : (Double) (double) most(count);
    }

    /** The least of at least one. */
    long least() {
        long least = Long.MAX_VALUE;
        for (int at = 0; at < count; at++) {
            least = Math.min(least, numbers[at]);
        }
        return least;
    }

    private long most(int until) {
        long most = Long.MIN_VALUE;
        for (int at = 0; at < until; at++) {
            most = Math.max(most, numbers[at]);
        }
        return most;
    }

    /** The number that would stand at this place if all were sorted: Hoare's selection, the pivot being the middle of three. */
    private long chosen(int place) {
        int from = 0;
        int to = count - 1;
        while (to - from > FEW) {
            long pivot = middle(numbers[from], numbers[(from + to) >>> 1], numbers[to]);
            int left = from;
            int right = to;
            while (left <= right) {
                while (numbers[left] < pivot) {
                    left++;
                }
                while (numbers[right] > pivot) {
                    right--;
                }
                if (left <= right) {
                    long number = numbers[left];
                    numbers[left++] = numbers[right];
                    numbers[right--] = number;
                }
            }
            if (place <= right) {
                to = right;
            } else if (place >= left) {
                from = left;
            } else {
                return numbers[place];
            }
        }
        Arrays.sort(numbers, from, to + 1);
        return numbers[place];
    }

    private static long middle(long one, long two, long three) {
        return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
    }

    /** How many different ones there are, all of them above zero. */
    int different() {
        long[] seen = new long[Math.max(2, Integer.highestOneBit(count) * 4)];
        int different = 0;
        for (int at = 0; at < count; at++) {
            int place = (int) ((numbers[at] * SPREAD) >>> 32) & (seen.length - 1);
            while (seen[place] != 0 && seen[place] != numbers[at]) {
                place = (place + 1) & (seen.length - 1);
            }
            if (seen[place] == 0) {
                seen[place] = numbers[at];
                different++;
            }
        }
        return different;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Longs longs && Arrays.equals(numbers, 0, count, longs.numbers, 0, longs.count);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(numbers, count));
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(numbers, count));
    }
}
