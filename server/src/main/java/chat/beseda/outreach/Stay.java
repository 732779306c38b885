package chat.beseda.outreach;

import chat.beseda.devices.Device;
import chat.beseda.devices.Devices;
import chat.beseda.geo.Place;
import chat.beseda.showing.Geography;
import chat.beseda.visitors.Page;
import chat.beseda.visitors.Visitor;
import chat.beseda.visits.Source;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is remembered of one visitor while he is on line. Guarded by itself. */
final class Stay {
    private static final Page NOWHERE = new Page("", "", "");

    private final long siteSince;
    private final Set<String> panels = new HashSet<>(2);
    private Visitor visitor;
    private String tab = "";
    private String locale = "";
    private String language = "";
    private Device.Kind device = Device.Kind.DESKTOP;
    private @Nullable Source source;
    private Page page = NOWHERE;
    private long pageSince;
    private Map<String, String> values = Map.of();
    private @Nullable Long idleSince;
    private @Nullable Past past;
    private @Nullable Invitation pending;
    private boolean shown;
    private @Nullable Invitation accepted;

    Stay(Visitor visitor, long now) {
        this.visitor = visitor;
        this.siteSince = now;
        this.pageSince = now;
    }

    /** Notes a hello; tells what became of an invitation that it ends. */
    synchronized Optional<Ended> arrived(Arrival arrival, long now) {
        visitor = arrival.visitor();
        locale = arrival.locale();
        language = arrival.language();
        device = Devices.kind(arrival.userAgent());
        if (arrival.panel()) {
            panels.add(arrival.line());
            return end(Fate.ACCEPTED);
        }
        boolean sameLoad = arrival.tab().equals(tab);
        tab = arrival.tab();
        Page opened = arrival.page();
        if (opened == null || (sameLoad && opened.url().equals(page.url()))) {
            return Optional.empty();
        }
        turn(opened, now);
        return sameLoad ? Optional.empty() : end(Fate.IGNORED);
    }

    /** Another page without another load: what is on the screen stays; what never came there is forgotten. */
    synchronized void moved(Page opened, long now) {
        if (!opened.url().equals(page.url())) {
            turn(opened, now);
            pending = shown ? pending : null;
        }
    }

    private void turn(Page opened, long now) {
        if (source == null) {
            source = Source.of(opened);
        }
        page = opened;
        pageSince = now;
        idleSince = null;
    }

    synchronized void lineEnded(String line) {
        panels.remove(line);
    }

    synchronized void told(Map<String, String> more) {
        values = Map.copyOf(more);
    }

    /** @param since null: he moves */
    synchronized void idle(@Nullable Long since) {
        idleSince = since;
    }

    /** Nothing more is said to him on this page: the window is there, or an invitation is. */
    synchronized boolean isBusy() {
        return !panels.isEmpty() || pending != null;
    }

    synchronized Situation situation(ZoneId zone, @Nullable Place place, Geography geography) {
        return new Situation(
                zone,
                page.url(),
                pageSince,
                siteSince,
                source == null ? Source.DIRECT : source,
                visitor.visits(),
                language,
                device,
                place,
                values,
                idleSince,
                geography);
    }

    /** False when somebody was faster. */
    synchronized boolean invite(Invitation invitation) {
        if (isBusy()) {
            return false;
        }
        pending = invitation;
        shown = false;
        return true;
    }

    /** The invitation with this id has come on the screen. */
    synchronized Optional<Invitation> appeared(String id) {
        Invitation waiting = pending;
        if (waiting == null || shown || !waiting.id().equals(id)) {
            return Optional.empty();
        }
        shown = true;
        return Optional.of(waiting);
    }

    /** The invitation with this id is over. */
    synchronized Optional<Ended> over(String id, Fate fate) {
        return pending != null && pending.id().equals(id) ? end(fate) : Optional.empty();
    }

    /** Whatever is before him is over; one that never came on the screen has no fate. */
    synchronized Optional<Ended> end(Fate fate) {
        Invitation waiting = pending;
        boolean seen = shown;
        pending = null;
        shown = false;
        if (waiting == null || !seen) {
            return Optional.empty();
        }
        if (fate == Fate.ACCEPTED) {
            accepted = waiting;
        }
        return Optional.of(new Ended(waiting, fate));
    }

    /** The invitation that opened his window. */
    synchronized Optional<Invitation> accepted() {
        return Optional.ofNullable(accepted);
    }

    synchronized @Nullable Past past() {
        return past;
    }

    synchronized void past(Past now) {
        past = now;
    }

    synchronized Visitor visitor() {
        return visitor;
    }

    synchronized String locale() {
        return locale;
    }

    synchronized String pageTitle() {
        return page.title();
    }

    /** An invitation and what became of it. */
    record Ended(Invitation invitation, Fate fate) {}
}
