package chat.beseda.lookout;

import chat.beseda.sites.SiteId;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One who watches the list. Thread-safe; its state is the lookout's, under the lookout's lock. */
public final class Watch {
    private final Lookout lookout;
    private final Supplier<Predicate<SiteId>> maySee;
    private final Lookout.Screen screen;
    volatile @Nullable Wish wish;

    @Nullable
    Window shown;

    private boolean ended;

    Watch(Lookout lookout, Supplier<Predicate<SiteId>> maySee, Lookout.Screen screen) {
        this.lookout = lookout;
        this.maySee = maySee;
        this.screen = screen;
    }

    /** Shows another window from now on, beginning with all of it. Blocks; ignored after the end. */
    public synchronized void wish(Wish wanted) {
        if (!ended) {
            lookout.wished(this, wanted);
        }
    }

    /** Nothing more comes after what is under way. */
    public synchronized void end() {
        ended = true;
        lookout.ended(this);
    }

    Order.@Nullable Key orderKey() {
        Wish wanted = wish;
        return wanted == null ? null : Order.Key.of(wanted);
    }

    /** True when one of the rows is, or was, among those it lets through. */
    boolean isConcerned(List<Sighting> touched) {
        Wish wanted = wish;
        Predicate<SiteId> sites = maySee.get();
        return wanted != null && touched.stream().anyMatch(row -> wanted.lets(row, sites));
    }

    void tell(List<Sighting> sorted) {
        Wish wanted = wish;
        if (wanted == null) {
            return;
        }
        Window now = Window.of(wanted, sorted, maySee.get());
        Window before = shown;
        shown = now;
        if (before == null) {
            screen.window(now);
        } else if (!now.sameAs(before)) {
            screen.change(now.since(before));
        }
    }
}
