package chat.beseda.lookout;

import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rows somebody has on the screen.
 *
 * @param total how many rows there are, in the window and beyond
 * @param rows those from the wished one on
 */
public record Window(int total, int from, List<Sighting> rows) {

    /**
     * What makes a window out of the one before: first those who are gone are taken out, then each row is put in its place, in
     * this order, and taken out of the place where it was.
     */
    public record Change(int total, List<VisitorId> gone, List<Placed> rows) {}

    /** A row and its place in the window, counted from 0. */
    public record Placed(int at, Sighting row) {}

    public Window {
        rows = List.copyOf(rows);
    }

    /** One pass over all rows. */
    static Window of(Wish wish, List<Sighting> sorted, Predicate<SiteId> maySee) {
        var rows = new ArrayList<Sighting>(wish.count());
        int total = 0;
        int end = wish.from() + wish.count();
        for (int i = 0; i < sorted.size(); i++) {
            Sighting row = sorted.get(wish.descending() ? sorted.size() - 1 - i : i);
            if (wish.lets(row, maySee)) {
                if (total >= wish.from() && total < end) {
                    rows.add(row);
                }
                total++;
            }
        }
        return new Window(total, wish.from(), rows);
    }

    boolean sameAs(Window before) {
        return total == before.total && from == before.from && rows.equals(before.rows);
    }

    /** What has to be told to whoever has the window before. */
    Change since(Window before) {
        Set<VisitorId> here = new HashSet<>();
        rows.forEach(row -> here.add(row.id()));
        var gone = new ArrayList<VisitorId>();
        var theirs = new ArrayList<Sighting>();
        for (Sighting row : before.rows) {
            if (here.contains(row.id())) {
                theirs.add(row);
            } else {
                gone.add(row.id());
            }
        }
        var placed = new ArrayList<Placed>();
        for (int at = 0; at < rows.size(); at++) {
            Sighting row = rows.get(at);
            if (at + 1 < theirs.size() && !is(theirs, at, row) && is(theirs, at + 1, row)) {
                // The one in its place has moved down: cheaper told as gone and come again than as all below moved up.
                gone.add(theirs.remove(at).id());
            }
            if (is(theirs, at, row)) {
                if (!theirs.get(at).equals(row)) {
                    placed.add(new Placed(at, row));
                }
            } else {
                theirs.removeIf(other -> other.id().equals(row.id()));
                theirs.add(at, row);
                placed.add(new Placed(at, row));
            }
        }
        return new Change(total, gone, placed);
    }

    private static boolean is(List<Sighting> rows, int at, Sighting row) {
        return at < rows.size() && rows.get(at).id().equals(row.id());
    }
}
