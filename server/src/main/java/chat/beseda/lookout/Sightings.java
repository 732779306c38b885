package chat.beseda.lookout;

import chat.beseda.devices.Devices;
import chat.beseda.geo.Atlas;
import chat.beseda.geo.Place;
import chat.beseda.geo.Whereabouts;
import chat.beseda.visitors.PresentVisitor;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorFacts;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.visits.Source;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts rows together from what the house knows of visitors. Blocks: who is new on the board is read from the store. Thread-safe. */
public final class Sightings {
    private static final int READ_AT_ONCE = 1_000;

    private final VisitorPresence presence;
    private final Visitors visitors;
    private final Devices devices;
    private final Atlas atlas;
    private final InstantSource clock;
    private final PlaceLabel.Labels labels;

    public Sightings(VisitorPresence presence, Visitors visitors, Devices devices, Atlas atlas, InstantSource clock) {
        this.presence = presence;
        this.visitors = visitors;
        this.devices = devices;
        this.atlas = atlas;
        this.clock = clock;
        this.labels = new PlaceLabel.Labels(atlas.names());
    }

    /**
     * Rows of those of the visitors who are on line.
     *
     * @param known rows as they were: the names in them are still good
     * @param renamed whose names are not
     */
    Map<VisitorId, Sighting> of(
            Set<VisitorId> wanted, Map<VisitorId, Sighting> known, Set<VisitorId> renamed, Talks talks) {
        var present = new ArrayList<PresentVisitor>(wanted.size());
        var unread = new ArrayList<VisitorId>();
        for (VisitorId id : wanted) {
            presence.of(id).ifPresent(visitor -> {
                present.add(visitor);
                if (!known.containsKey(id) || renamed.contains(id)) {
                    unread.add(id);
                }
            });
        }
        Map<VisitorId, Sighting.Named> read = read(unread);
        var rows = HashMap.<VisitorId, Sighting>newHashMap(present.size());
        for (PresentVisitor visitor : present) {
            VisitorId id = visitor.visitor();
            Sighting before = known.get(id);
            Sighting.Named named = read.get(id);
            if (named == null) {
                named = before == null ? new Sighting.Named(null, 0, 1) : before.named();
            }
            rows.put(id, row(named, visitor, talks.of(id)));
        }
        return rows;
    }

    /** Where a visitor on line is, as far as anybody knows; from memory. */
    public @Nullable Place place(VisitorId visitor) {
        return presence.of(visitor).map(this::where).map(Whereabouts::place).orElse(null);
    }

    private Whereabouts where(PresentVisitor visitor) {
        VisitorFacts facts = visitor.facts();
        return atlas.where(facts.address(), facts.timeZone(), visitor.said(), clock.instant());
    }

    private Sighting row(Sighting.Named named, PresentVisitor visitor, Talk talk) {
        VisitorFacts facts = visitor.facts();
        return new Sighting(
                named,
                visitor,
                talk,
                devices.of(facts.userAgent(), facts.hints()),
                where(visitor),
                Source.of(visitor.entry()),
                labels);
    }

    private Map<VisitorId, Sighting.Named> read(List<VisitorId> ids) {
        var names = HashMap.<VisitorId, Sighting.Named>newHashMap(ids.size());
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            Collection<VisitorId> some = ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE));
            for (Visitor visitor : visitors.byIds(some).values()) {
                names.put(visitor.id(), new Sighting.Named(visitor.name(), visitor.number(), visitor.visits()));
            }
        }
        return names;
    }
}
