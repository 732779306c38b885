package chat.beseda.visitors;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is on line, in this process's memory. Tells {@link VisitorPresenceChanged}. Thread-safe.
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
    private final Map<String, VisitorId> lines = new ConcurrentHashMap<>();

    /** @param grace how long a visitor without lines stays; 10 seconds tell a page move from leaving */
    public VisitorPresence(Bus bus, Timers timers, Clock clock, Duration grace) {
        this.bus = bus;
        this.timers = timers;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * A line of the visitor opened. A line that is already here moves over to this visitor.
     *
     * @param page null when the line is not on a page of its own, as the panel's: the page known before stays
     */
    public void arrived(VisitorId visitor, SiteId site, String lineId, VisitorFacts facts, @Nullable Page page) {
        left(lineId);
        lines.put(lineId, visitor);
        VisitorFacts sharedFacts = strings.of(facts);
        Page sharedPage = page == null ? null : strings.of(page);
        stays.compute(visitor, (id, stay) -> {
            PresentVisitor before = stay == null ? null : stay.present();
            Page newest = sharedPage != null || before == null ? sharedPage : before.page();
            long since = before == null ? clock.millis() : before.since();
            int count = before == null ? 1 : before.lines() + 1;
            return new Stay(new PresentVisitor(id, site, sharedFacts, newest, since, count), null);
        });
        tell(visitor);
    }

    /** The line's page became another one without a new line. An unknown line is no one's. */
    public void moved(String lineId, Page page) {
        VisitorId visitor = lines.get(lineId);
        if (visitor != null) {
            Page shared = strings.of(page);
            stays.computeIfPresent(visitor, (id, stay) -> stay.on(shared));
            tell(visitor);
        }
    }

    /** The line ended. An unknown line is no one's. */
    public void left(String lineId) {
        VisitorId visitor = lines.remove(lineId);
        if (visitor != null) {
            var departure = new Departure();
            Stay after = stays.computeIfPresent(visitor, (id, stay) -> stay.withoutALine(departure));
            if (after != null && after.departure() == departure) {
                timers.after(grace, () -> gone(visitor, departure));
            }
            tell(visitor);
        }
    }

    public Optional<PresentVisitor> of(VisitorId visitor) {
        return Optional.ofNullable(stays.get(visitor)).map(Stay::present);
    }

    /** How many visitors are on line. */
    public int count() {
        return stays.size();
    }

    private void gone(VisitorId visitor, Departure departure) {
        Stay left = stays.computeIfPresent(visitor, (id, stay) -> stay.departure() == departure ? null : stay);
        if (left == null) {
            tell(visitor);
        }
    }

    private void tell(VisitorId visitor) {
        bus.publish(new VisitorPresenceChanged(visitor));
    }

    /** Told apart from every other departure by its identity. */
    private static final class Departure {}

    private record Stay(PresentVisitor present, @Nullable Departure departure) {

        Stay on(Page page) {
            return new Stay(with(page, present.lines()), departure);
        }

        Stay withoutALine(Departure leaving) {
            int left = present.lines() - 1;
            return new Stay(with(present.page(), left), left == 0 ? leaving : null);
        }

        private PresentVisitor with(@Nullable Page page, int lines) {
            return new PresentVisitor(present.visitor(), present.site(), present.facts(), page, present.since(), lines);
        }
    }
}
