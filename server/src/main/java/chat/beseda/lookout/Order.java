package chat.beseda.lookout;

import chat.beseda.visitors.VisitorId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All rows in one order, kept in it as they change: changed rows are taken out and merged in again, so a change costs one pass
 * over the list for all who watch in this order, never a sort of it. Used by one thread at a time.
 */
final class Order {
    private final Comparator<Sighting> comparator;
    private List<Sighting> rows;

    /** Which order; the language matters only to names of places. */
    record Key(Wish.Sort sort, String language) {
        static Key of(Wish wish) {
            return new Key(wish.sort(), wish.sort() == Wish.Sort.CITY ? wish.language() : "");
        }
    }

    Order(Key key, Collection<Sighting> all) {
        this.comparator = comparator(key).thenComparingLong(row -> row.id().value());
        this.rows = new ArrayList<>(all);
        this.rows.sort(comparator);
    }

    /** From the first to the last. */
    List<Sighting> rows() {
        return rows;
    }

    /**
     * Takes changes in.
     *
     * @param changed whose rows are no longer as they were
     * @param fresh those of them who are still there, in any order
     */
    void apply(Set<VisitorId> changed, Collection<Sighting> fresh) {
        List<Sighting> sorted = fresh.stream().sorted(comparator).toList();
        var merged = new ArrayList<Sighting>(rows.size() + sorted.size());
        int next = 0;
        for (Sighting row : rows) {
            if (changed.contains(row.id())) {
                continue;
            }
            while (next < sorted.size() && comparator.compare(sorted.get(next), row) < 0) {
                merged.add(sorted.get(next++));
            }
            merged.add(row);
        }
        merged.addAll(sorted.subList(next, sorted.size()));
        rows = merged;
    }

    private static Comparator<Sighting> comparator(Key key) {
        Comparator<String> words = words();
        return switch (key.sort()) {
            case SINCE -> Comparator.comparingLong(row -> row.present().since());
            case PAGE_SINCE -> Comparator.comparingLong(row -> row.present().pageSince());
            case STAGE ->
                Comparator.comparing(Sighting::stage)
                        .thenComparingLong(row -> row.present().since());
            case NAME ->
                Comparator.comparing(Order::name, words)
                        .thenComparingLong(row -> row.named().number());
            case PAGE -> Comparator.comparing(Sighting::pageTitle, words);
            case CITY -> Comparator.comparing(row -> row.city(key.language()), words);
            case SOURCE -> Comparator.comparing(row -> row.source().site(), words);
            case VISITS -> Comparator.comparingInt(row -> row.named().visits());
            case PAGES -> Comparator.comparingInt(row -> row.present().pages());
        };
    }

    private static String name(Sighting row) {
        String name = row.named().name();
        return name == null ? "" : name;
    }

    /** Who has nothing to be sorted by stands last. */
    private static Comparator<String> words() {
        return Comparator.comparing(String::isEmpty).thenComparing(String.CASE_INSENSITIVE_ORDER);
    }
}
