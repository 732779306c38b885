package chat.beseda.geo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is as far as can be told: the most trusted word, and whatever contradicts it.
 *
 * @param place null when nobody knows
 * @param source who told it; where the most trusted word names a country or a region, and the next one a city in it: the next one
 * @param conflicts who says otherwise, the most trusted first; empty when nobody does
 * @param clockDiffers the browser's clock is not that of the place
 */
public record Whereabouts(
        @Nullable Place place, @Nullable PlaceSource source, List<Other> conflicts, boolean clockDiffers) {

    /** A word about it. */
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
        List<Other> known = words.entrySet().stream()
                .map(word -> new Other(word.getKey(), word.getValue()))
                .sorted(Comparator.comparing(Other::source).reversed())
                .toList();
        if (known.isEmpty()) {
            return unknown();
        }
        Other best = best(known);
        boolean differs = clockDiffers(best.place(), browserZone, regions, now);
        var conflicts = new ArrayList<Other>();
        for (Other other : known) {
            if (contradict(best.place(), other, differs, regions)) {
                conflicts.add(other);
            }
        }
        return new Whereabouts(best.place(), best.source(), conflicts, differs);
    }

    private static Other best(List<Other> mostTrustedFirst) {
        Other best = mostTrustedFirst.getFirst();
        for (Other other : mostTrustedFirst) {
            Place place = best.place().in(other.place().country());
            best = place.isRefinedBy(other.place()) ? other : new Other(best.source(), place);
        }
        return best;
    }

    private static boolean clockDiffers(Place place, @Nullable ZoneId browserZone, Regions regions, Instant now) {
        Optional<ZoneId> zone = regions.zone(place);
        return browserZone != null
                && zone.isPresent()
                && !browserZone
                        .getRules()
                        .getOffset(now)
                        .equals(zone.get().getRules().getOffset(now));
    }

    /**
     * Different countries, or different regions where both are known to us. A clock contradicts by the time it shows: who lives
     * in Perm may have chosen Yekaterinburg from the list.
     */
    private static boolean contradict(Place place, Other word, boolean clockDiffers, Regions regions) {
        Place other = word.place();
        if (word.source() == PlaceSource.ZONE && regions.zone(place).isPresent()) {
            return clockDiffers;
        }
        boolean named = !place.country().isEmpty() && !other.country().isEmpty();
        if (named && !place.country().equals(other.country())) {
            return true;
        }
        return regions.zone(place).isPresent()
                && regions.zone(other).isPresent()
                && !String.valueOf(place.region()).equals(other.region());
    }
}
