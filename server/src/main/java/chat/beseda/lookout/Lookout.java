package chat.beseda.lookout;

import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.time.Timers;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.VisitorChanged;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorInvited;
import chat.beseda.visitors.VisitorMoved;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.VisitorPresenceChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live list of visitors. Whoever watches gets the window of the list he wishes, then what changes in it, four times a second
 * at most; nothing is done while nobody watches or nothing changes. Thread-safe.
 *
 * <p>Cost: a change is taken in once for all watchers, in one pass over each order somebody watches in; a watcher whom it
 * concerns costs one pass more. So a console pays for its window, and fifty thousand visitors cost the server milliseconds.
 */
public final class Lookout {
    private static final Duration BEAT = Duration.ofMillis(250);
    /** A site of full page loads shows nobody leaving at every move. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(3);

    private final VisitorPresence presence;
    private final Sightings sightings;
    private final Talks talks = new Talks();
    private final Timers timers;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final Set<VisitorId> changed = ConcurrentHashMap.newKeySet();
    private final Set<VisitorId> renamed = ConcurrentHashMap.newKeySet();
    private final Map<Order.Key, Order> orders = new HashMap<>();
    private @Nullable Map<VisitorId, Sighting> board;

    public Lookout(VisitorPresence presence, Sightings sightings, Timers timers) {
        this.presence = presence;
        this.sightings = sightings;
        this.timers = timers;
    }

    /** Where a watcher's news goes. Called by one thread at a time. */
    public interface Screen {
        void window(Window window);

        void change(Window.Change change);
    }

    /**
     * Begins to hear news. Called once, before the first visitor.
     *
     * @param open the conversations that are not closed
     */
    public void listen(Bus bus, Collection<Conversation> open) {
        talks.load(open);
        bus.subscribe(VisitorPresenceChanged.class, news -> presenceChanged(news.visitor()));
        bus.subscribe(VisitorChanged.class, news -> {
            if (!watches.isEmpty()) {
                renamed.add(news.visitor());
                mark(news.visitor());
            }
        });
        bus.subscribe(ConversationChanged.class, news -> {
            talks.note(news.now());
            forgetIfGone(news.now());
            mark(news.now().facts().visitor());
        });
        bus.subscribe(VisitorInvited.class, news -> {
            talks.invited(news.visitor(), news.answer());
            mark(news.visitor());
        });
        bus.subscribe(VisitorMoved.class, news -> {
            if (news.move() == VisitorMoved.Move.LEFT) {
                talks.left(news.present().visitor());
            }
        });
        timers.every(BEAT, this::beat);
    }

    /**
     * Begins to watch: nothing comes before the first wish.
     *
     * @param maySee asked anew at every look, for the sites the watcher may see at that time
     */
    public Watch watch(Supplier<Predicate<SiteId>> maySee, Screen screen) {
        return new Watch(this, maySee, screen);
    }

    void wished(Watch watch, Wish wish) {
        watches.add(watch);
        synchronized (this) {
            watch.wish = wish;
            watch.shown = null;
            tell(watch, orderOf(wish, built()));
        }
    }

    void ended(Watch watch) {
        watches.remove(watch);
    }

    private void presenceChanged(VisitorId visitor) {
        if (watches.isEmpty()) {
            return;
        }
        if (presence.of(visitor).map(PresentVisitor::lines).orElse(1) == 0) {
            timers.after(GONE_AFTER, () -> mark(visitor));
        } else {
            mark(visitor);
        }
    }

    /** What ends after the visitor has left is of no stay: nobody would take it back when he comes again, or never does. */
    private void forgetIfGone(Conversation now) {
        VisitorId visitor = now.facts().visitor();
        if (now instanceof Conversation.Closed && presence.of(visitor).isEmpty()) {
            talks.left(visitor);
        }
    }

    private void mark(VisitorId visitor) {
        if (!watches.isEmpty()) {
            changed.add(visitor);
        }
    }

    private synchronized void beat() {
        if (watches.isEmpty()) {
            board = null;
            orders.clear();
            changed.clear();
            renamed.clear();
            return;
        }
        List<Sighting> touched = takeIn(built());
        for (Watch watch : watches) {
            Wish wish = watch.wish;
            if (wish != null && watch.isConcerned(touched)) {
                tell(watch, orderOf(wish, built()));
            }
        }
    }

    /** Rows as they were and as they are of everybody whose row is another now. */
    private List<Sighting> takeIn(Map<VisitorId, Sighting> rows) {
        Set<VisitorId> marked = drained(changed);
        Map<VisitorId, Sighting> now = sightings.of(marked, rows, drained(renamed), talks);
        var touched = new ArrayList<Sighting>();
        var ids = new HashSet<VisitorId>();
        var fresh = new ArrayList<Sighting>();
        for (VisitorId id : marked) {
            Sighting before = rows.get(id);
            Sighting after = now.get(id);
            if (Objects.equals(before, after)) {
                continue;
            }
            ids.add(id);
            if (before != null) {
                touched.add(before);
            }
            if (after == null) {
                rows.remove(id);
            } else {
                rows.put(id, after);
                touched.add(after);
                fresh.add(after);
            }
        }
        if (!ids.isEmpty()) {
            orders.keySet().retainAll(watches.stream().map(Watch::orderKey).toList());
            orders.values().forEach(order -> order.apply(ids, fresh));
        }
        return touched;
    }

    private Map<VisitorId, Sighting> built() {
        Map<VisitorId, Sighting> rows = board;
        if (rows == null) {
            orders.clear();
            Set<VisitorId> all = new HashSet<>();
            presence.all().forEach(visitor -> all.add(visitor.visitor()));
            rows = new HashMap<>(sightings.of(all, Map.of(), Set.of(), talks));
            board = rows;
        }
        return rows;
    }

    private Order orderOf(Wish wish, Map<VisitorId, Sighting> rows) {
        return orders.computeIfAbsent(Order.Key.of(wish), key -> new Order(key, rows.values()));
    }

    private static void tell(Watch watch, Order order) {
        watch.tell(order.rows());
    }

    private static Set<VisitorId> drained(Set<VisitorId> marks) {
        Set<VisitorId> taken = new HashSet<>(marks);
        marks.removeAll(taken);
        return taken;
    }
}
