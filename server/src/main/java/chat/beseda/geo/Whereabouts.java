package chat.beseda.geo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is as far as can be told: the most trusted word, and whatever contradicts it.
 *
 * @param place null when nobody knows
 * @param source whose word it is
 * @param conflicts who says otherwise; empty when nobody does
 * @param clockDiffers the browser's clock is not that of the place
 */
public record Whereabouts(
        @Nullable Place place, @Nullable PlaceSource source, List<Other> conflicts, boolean clockDiffers) {

    /** Another word about it. */
    public record Other(PlaceSource source, Place place) {}

    public Whereabouts {
        conflicts = List.copyOf(conflicts);
    }

    public static Whereabouts unknown() {
        return new Whereabouts(null, null, List.of(), false);
    }

    public boolean isDoubtful() {
        return clockDiffers || !conflicts.isEmpty();
    }

    /**
     * Weighs the words.
     *
     * @param words what each source says; those who know nothing are left out
     * @param browserZone the time zone of the browser, null when it tells none
     * @param now clocks are compared as they are at this time
     */
    public static Whereabouts of(
            Map<PlaceSource, Place> words, @Nullable ZoneId browserZone, Regions regions, Instant now) {
        var known = new EnumMap<PlaceSource, Place>(PlaceSource.class);
        known.putAll(words);
        if (known.isEmpty()) {
            return unknown();
        }
        PlaceSource best = List.copyOf(known.keySet()).getLast();
        Place place = Objects.requireNonNull(known.remove(best));
        var conflicts = new ArrayList<Other>();
        known.forEach((source, other) -> {
            if (contradict(place, other)) {
                conflicts.add(new Other(source, other));
            }
        });
        Optional<ZoneId> zone = regions.zone(place);
        boolean differs = browserZone != null
                && zone.isPresent()
                && !browserZone
                        .getRules()
                        .getOffset(now)
                        .equals(zone.get().getRules().getOffset(now));
        return new Whereabouts(place, best, conflicts, differs);
    }

    /** Different countries, or different regions where both name one. */
    private static boolean contradict(Place one, Place other) {
        return !one.country().equals(other.country())
                || (one.region() != null
                        && other.region() != null
                        && !one.region().equals(other.region()));
    }
}
