package chat.beseda.visitors;

import chat.beseda.cluster.Bus;
import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import chat.beseda.visitors.VisitorMoved.Move;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is on line, in this process's memory. Tells {@link VisitorPresenceChanged} of every change, and {@link VisitorMoved} of
 * those that are a step of a visitor's walk. Thread-safe.
 *
 * <p>On a site of full page loads every move ends one line and begins another: whose last line ended stays for a grace before
 * he is said to have left.
 */
public final class VisitorPresence {
    private final Bus bus;
    private final Timers timers;
    private final Clock clock;
    private final Duration grace;
    private final SharedStrings strings = new SharedStrings();
    private final Map<VisitorId, Stay> stays = new ConcurrentHashMap<>();
    private final Map<String, TabLine> lines = new ConcurrentHashMap<>();

    /** @param grace how long a visitor without lines stays; 10 seconds tell a page move from leaving */
    public VisitorPresence(Bus bus, Timers timers, Clock clock, Duration grace) {
        this.bus = bus;
        this.timers = timers;
        this.clock = clock;
        this.grace = grace;
    }

    /** A line of the visitor opened, in a tab that has no name. */
    public void arrived(VisitorId visitor, SiteId site, String lineId, VisitorFacts facts, @Nullable Page page) {
        arrived(visitor, site, lineId, null, facts, page);
    }

    /**
     * A line of the visitor opened. A line that is already here moves over to this visitor.
     *
     * @param tab names the page as it was loaded, and stays when its line is lost and comes back
     * @param page null when the line is not on a page of its own, as the panel's: the page known before stays
     */
    public void arrived(
            VisitorId visitor,
            SiteId site,
            String lineId,
            @Nullable String tab,
            VisitorFacts facts,
            @Nullable Page page) {
        left(lineId);
        lines.put(lineId, new TabLine(visitor, tab));
        VisitorFacts sharedFacts = strings.of(facts);
        Page sharedPage = page == null ? null : strings.of(page);
        long now = clock.millis();
        var steps = new Steps();
        stays.compute(visitor, (id, stay) -> {
            steps.clear();
            if (stay == null) {
                steps.add(Move.CAME);
            }
            PresentVisitor before = stay == null
                    ? new PresentVisitor(id, site, sharedFacts, null, null, now, now, 0, 0, Map.of())
                    : stay.present();
            VisitorFacts newest = sharedFacts.completedBy(before.facts());
            Stay here = new Stay(before.with(newest, before.lines() + 1), stay == null ? Tabs.NONE : stay.tabs(), null);
            return sharedPage == null ? here : here.on(sharedPage, tab, now, steps);
        });
        tell(visitor, steps, now);
    }

    /** The line's page became another one without a new line. An unknown line is no one's. */
    public void moved(String lineId, Page page) {
        turn(lineId, page, true);
    }

    /** The same, but told as no step of his walk: pages follow each other faster than anybody reads. */
    public void passed(String lineId, Page page) {
        turn(lineId, page, false);
    }

    private void turn(String lineId, Page page, boolean isStep) {
        TabLine line = lines.get(lineId);
        if (line != null) {
            Page shared = strings.of(page);
            long now = clock.millis();
            var steps = new Steps();
            stays.computeIfPresent(line.visitor(), (id, stay) -> {
                steps.clear();
                return stay.on(shared, line.tab(), now, steps);
            });
            tell(line.visitor(), isStep ? steps : new Steps(), now);
        }
    }

    /** Others than his address tell where he is. Nothing of one who is not on line. */
    void said(VisitorId visitor, Map<PlaceSource, Place> words) {
        var changed = new boolean[1];
        stays.computeIfPresent(visitor, (id, stay) -> {
            changed[0] = !stay.present().said().equals(words);
            return changed[0] ? new Stay(stay.present().saying(words), stay.tabs(), stay.departure()) : stay;
        });
        if (changed[0]) {
            bus.publish(new VisitorPresenceChanged(visitor));
        }
    }

    /** The line ended. An unknown line is no one's. */
    public void left(String lineId) {
        TabLine line = lines.remove(lineId);
        if (line != null) {
            var departure = new Departure(clock.millis());
            Stay after = stays.computeIfPresent(line.visitor(), (id, stay) -> stay.withoutALine(departure));
            if (after != null && after.departure() == departure) {
                timers.after(grace, () -> gone(line.visitor(), departure));
            }
            bus.publish(new VisitorPresenceChanged(line.visitor()));
        }
    }

    public Optional<PresentVisitor> of(VisitorId visitor) {
        return Optional.ofNullable(stays.get(visitor)).map(Stay::present);
    }

    /** Everybody who is on line, as each is when he is looked at. */
    public Collection<PresentVisitor> all() {
        return stays.values().stream().map(Stay::present).toList();
    }

    /** How many visitors are on line. */
    public int count() {
        return stays.size();
    }

    /** How many of each site are on line; sites without anybody are left out. One pass over all. */
    public Map<SiteId, Integer> counts() {
        var counts = new HashMap<SiteId, Integer>();
        stays.values().forEach(stay -> counts.merge(stay.present().site(), 1, Integer::sum));
        return counts;
    }

    private void gone(VisitorId visitor, Departure departure) {
        var last = new PresentVisitor[1];
        Stay left = stays.computeIfPresent(visitor, (id, stay) -> {
            last[0] = stay.present();
            return stay.departure() == departure ? null : stay;
        });
        if (left == null && last[0] != null) {
            bus.publish(new VisitorPresenceChanged(visitor));
            bus.publish(new VisitorMoved(Move.LEFT, last[0], departure.at));
        }
    }

    private void tell(VisitorId visitor, Steps steps, long at) {
        bus.publish(new VisitorPresenceChanged(visitor));
        Stay stay = stays.get(visitor);
        if (stay != null) {
            steps.taken().forEach(move -> bus.publish(new VisitorMoved(move, stay.present(), at)));
        }
    }

    /** What a change amounts to; written inside the change of the map, which may be tried more than once. */
    private static final class Steps {
        private final List<Move> taken = new ArrayList<>(2);

        void add(Move move) {
            taken.add(move);
        }

        void clear() {
            taken.clear();
        }

        List<Move> taken() {
            return taken;
        }
    }

    private record TabLine(VisitorId visitor, @Nullable String tab) {}

    /** Told apart from every other departure by its identity. */
    private static final class Departure {
        private final long at;

        Departure(long at) {
            this.at = at;
        }
    }

    private record Stay(
            PresentVisitor present, Tabs tabs, @Nullable Departure departure) {

        /** A page that the newest one, or this very tab, already was is no step: a reload, or a line that came back. */
        Stay on(Page page, @Nullable String tab, long now, Steps steps) {
            Page newest = present.page();
            boolean same = newest != null && newest.url().equals(page.url());
            if (same) {
                return new Stay(present.titled(page), tabs.with(tab, page.url()), departure);
            }
            if (tab != null && tabs.has(tab, page.url())) {
                return this;
            }
            steps.add(Move.OPENED_PAGE);
            return new Stay(present.on(page, now), tabs.with(tab, page.url()), departure);
        }

        Stay withoutALine(Departure leaving) {
            int left = present.lines() - 1;
            return new Stay(present.with(present.facts(), left), tabs, left == 0 ? leaving : null);
        }
    }
}
