package chat.beseda.reports;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.worktime.Quarter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PackingPropertyTest {
    private static final long START = 1_772_582_400_000L;

    @Property(tries = 300)
    void theMedianIsWhatSortingGives(
            @ForAll @Size(min = 1, max = 500) List<@LongRange(min = 1, max = 90) Long> numbers) {
        Longs longs = Longs.of(numbers.stream().mapToLong(Long::longValue).toArray());
        List<Long> sorted = numbers.stream().sorted().toList();
        int size = sorted.size();

        assertThat(longs.median()).isEqualTo((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0);
        assertThat(longs.most()).isEqualTo((double) sorted.getLast());
        assertThat(longs.different())
                .isEqualTo((int) numbers.stream().distinct().count());
    }

    /** Enough to lie in many pieces, and to be looked through instead of sorted. */
    @Property(tries = 40)
    void theMedianOfVeryManyIsWhatSortingGives(
            @ForAll long seed,
            @ForAll @IntRange(min = 900, max = 20_000) int count,
            @ForAll @LongRange(min = 1) long most) {
        long[] numbers = new Random(seed).longs(count, 0, most).toArray();
        Longs longs = Longs.of(numbers);
        Arrays.sort(numbers);

        assertThat(longs.median()).isEqualTo((numbers[(count - 1) / 2] + numbers[count / 2]) / 2.0);
        assertThat(longs.most()).isEqualTo((double) numbers[count - 1]);
    }

    @Property(tries = 200)
    void workComesOutAsItWasPacked(@ForAll("quarters") List<Quarter> quarters) {
        var unpacked = new ArrayList<Quarter>();

        PackedWork.unpack(
                START,
                PackedWork.pack(START, quarters),
                (operator, at, online, held, talking) ->
                        unpacked.add(new Quarter(operator, at, online, held, talking)));

        assertThat(unpacked)
                .isEqualTo(quarters.stream()
                        .sorted(Comparator.comparingLong(Quarter::operator).thenComparingLong(Quarter::at))
                        .toList());
    }

    @Provide
    Arbitrary<List<Quarter>> quarters() {
        Arbitrary<Long> length = Arbitraries.longs().between(0, Quarter.LENGTH);
        return Combinators.combine(
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.longs().between(0, 95),
                        length,
                        Arbitraries.longs().between(0, 9 * Quarter.LENGTH),
                        length)
                .as((operator, place, online, held, talking) ->
                        new Quarter(operator, START + place * Quarter.LENGTH, online, held, talking))
                .list()
                .ofMaxSize(60)
                .uniqueElements(quarter -> quarter.operator() + " " + quarter.at());
    }
}
