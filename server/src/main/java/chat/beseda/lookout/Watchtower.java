package chat.beseda.lookout;

import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Footsteps;
import chat.beseda.devices.Devices;
import chat.beseda.geo.Atlas;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.time.Timers;
import chat.beseda.visitors.PlaceWords;
import chat.beseda.visitors.VisitorPresence;
import chat.beseda.visitors.Visitors;
import chat.beseda.visits.Comments;
import chat.beseda.visits.GoalPages;
import chat.beseda.visits.Visits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Everything one sees visitors by: each part made once. */
public record Watchtower(
        Lookout lookout,
        Sightings sightings,
        Devices devices,
        Atlas atlas,
        PlaceWords words,
        Visits visits,
        Comments comments) {
    private static final int OPEN = 5_000;
    private static final Duration LOOKS_FOR_PLACES = Duration.ofSeconds(20);

    /**
     * Makes the parts.
     *
     * @param places the city database, which need not be there yet
     */
    public static Watchtower build(
            Database database,
            Bus bus,
            VisitorPresence presence,
            Visitors visitors,
            Audit audit,
            Path places,
            Timers timers,
            Clock clock) {
        var devices = new Devices();
        var atlas = new Atlas(places);
        var sightings = new Sightings(presence, visitors, devices, atlas, clock);
        var ids = new IdSource(clock);
        return new Watchtower(
                new Lookout(presence, sightings, timers),
                sightings,
                devices,
                atlas,
                new PlaceWords(visitors, presence, atlas, clock),
                new Visits(database, visitors, new GoalPages(database, audit), ids),
                new Comments(database, bus, ids, clock));
    }

    /** Begins to hear news. Called once, before the first visitor. */
    public void open(Bus bus, Conversations conversations, Timers timers) {
        atlas.look();
        words.listen(bus);
        timers.every(LOOKS_FOR_PLACES, atlas::look);
        lookout.listen(bus, conversations.open(OPEN));
        visits.listen(bus, timers);
        new Footsteps(conversations).listen(bus, timers);
    }
}
