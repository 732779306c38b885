package chat.beseda.geo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a time zone tells of the place: its country, and the region where the zone is of one region alone. Immutable. */
final class ZonePlaces {
    private final Map<String, Place> places = new HashMap<>();

    ZonePlaces(Regions regions) {
        PlaceTable.read("zones.txt").forEach(row -> places.put(row.getFirst(), new Place(row.get(1), null, null)));
        regions.ofOneZone()
                .forEach((zone, region) -> places.put(zone, new Place(region.substring(0, 2), region, null)));
    }

    /** Nothing for a zone of many countries, and for what is none. */
    Optional<Place> of(String zone) {
        return Optional.ofNullable(places.get(zone));
    }
}
