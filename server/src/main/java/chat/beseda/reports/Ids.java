package chat.beseda.reports;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** A set of ids that is asked often. Immutable. */
final class Ids {
    private final long[] sorted;

    private Ids(long[] sorted) {
        this.sorted = sorted;
    }

    static <T> Ids of(Collection<T> all, ToLongFunction<T> value) {
        return new Ids(all.stream().mapToLong(value).sorted().toArray());
    }

    boolean has(long id) {
        return Arrays.binarySearch(sorted, id) >= 0;
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }
}
