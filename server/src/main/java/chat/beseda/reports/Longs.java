package chat.beseda.reports;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many numbers, and what they come to. They lie in pieces, so that a million of them is never moved to a greater place. Not
 * thread-safe.
 */
final class Longs {
    private static final int FIRST = 2;
    private static final int PIECE = 4096;
    /** So many are sorted sooner than looked through. */
    private static final int FEW = 1000;
    /** Pieces of the stretch between the least and the greatest, of which one is looked through for the median. */
    private static final int STEPS = 4096;
    /** Of the golden ratio: neighbours come to lie far from each other. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[][] pieces = {new long[FIRST]};
    private long[] last = pieces[0];
    private int count;
    private int inLast;
    private long sum;

    static Longs of(long... numbers) {
        var longs = new Longs();
        for (long number : numbers) {
            longs.add(number);
        }
        return longs;
    }

    void add(long number) {
        if (inLast == last.length) {
            makeRoom();
        }
        last[inLast++] = number;
        count++;
        sum += number;
    }

    private void makeRoom() {
        if (last.length < PIECE) {
            last = Arrays.copyOf(last, last.length * 2);
        } else {
            pieces = Arrays.copyOf(pieces, pieces.length + 1);
            last = new long[PIECE];
            inLast = 0;
        }
        pieces[pieces.length - 1] = last;
    }

    int count() {
        return count;
    }

    long get(int place) {
        return pieces[place / PIECE][place % PIECE];
    }

    void forEach(LongConsumer each) {
        int left = count;
        for (long[] piece : pieces) {
            int many = Math.min(left, piece.length);
            for (int at = 0; at < many; at++) {
                each.accept(piece[at]);
            }
            left -= many;
        }
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
        LongUnaryOperator sorted = inOrder();
        long upper = sorted.applyAsLong(count / 2);
        long lower = count % 2 == 1 ? upper : sorted.applyAsLong(count / 2 - 1);
        return (lower + upper) / 2.0;
    }

    /** What would stand at a place if all were sorted. */
    private LongUnaryOperator inOrder() {
        if (count > FEW) {
            var steps = new Steps();
            return place -> steps.at((int) place);
        }
        long[] all = toArray();
        Arrays.sort(all);
        return place -> all[(int) place];
    }

    @Nullable
    Double most() {
        return count == 0 ? null : (Double) (double) extent().getMax();
    }

    /** The least of at least one. */
    long least() {
        return extent().getMin();
    }

    private LongSummaryStatistics extent() {
        var extent = new LongSummaryStatistics();
        forEach(extent);
        return extent;
    }

    /** How many different ones there are, all of them above zero. */
    int different() {
        long[] seen = new long[Math.max(2, Integer.highestOneBit(count) * 4)];
        int different = 0;
        for (int at = 0; at < count; at++) {
            long number = get(at);
            int place = (int) ((number * SPREAD) >>> 32) & (seen.length - 1);
            while (seen[place] != 0 && seen[place] != number) {
                place = (place + 1) & (seen.length - 1);
            }
            if (seen[place] == 0) {
                seen[place] = number;
                different++;
            }
        }
        return different;
    }

    /**
     * Finds one without sorting: how many numbers lie in each step between the least and the greatest tells in which step it is, and only
     * that one is sorted.
     */
    private final class Steps {
        private final long least;
        private final int shift;
        private final int[] inStep = new int[STEPS];

        Steps() {
            LongSummaryStatistics extent = extent();
            least = extent.getMin();
            int bits = Long.SIZE - Long.numberOfLeadingZeros(extent.getMax() - least);
            shift = Math.max(0, bits - Integer.numberOfTrailingZeros(STEPS));
            forEach(number -> inStep[step(number)]++);
        }

        long at(int place) {
            int step = 0;
            int before = 0;
            while (before + inStep[step] <= place) {
                before += inStep[step++];
            }
            return sorted(step)[place - before];
        }

        private long[] sorted(int step) {
            long[] numbers = new long[inStep[step]];
            int found = 0;
            for (int at = 0; at < count; at++) {
                long number = get(at);
                if (step(number) == step) {
                    numbers[found++] = number;
                }
            }
            Arrays.sort(numbers);
            return numbers;
        }

        private int step(long number) {
            return (int) ((number - least) >>> shift);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Longs longs && Arrays.equals(toArray(), longs.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toArray());
    }

    @Override
    public String toString() {
        return Arrays.toString(toArray());
    }

    private long[] toArray() {
        return IntStream.range(0, count).mapToLong(this::get).toArray();
    }
}
