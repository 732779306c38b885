package chat.beseda.geo;

import org.jspecify.annotations.Nullable;

/**
 * A place as a database names it; {@link PlaceNames} says how people call it.
 *
 * @param country ISO 3166-1, two letters; empty for a city that was only named, and that we don't know
 * @param region ISO 3166-2 where {@link Regions} knows it, else the database's own name
 * @param city the database's own name, without its district
 */
public record Place(
        String country, @Nullable String region, @Nullable String city) {

    /** Whether the other one is the same or more closely told, and nothing in it is against this one. */
    boolean isRefinedBy(Place other) {
        if (country.isEmpty() || !country.equals(other.country)) {
            return false;
        }
        boolean sameRegion = region == null || region.equals(other.region);
        return sameRegion && city == null && (other.city != null || (region == null && other.region != null));
    }

    /** With a country, where nobody named one. */
    Place in(String known) {
        return country.isEmpty() ? new Place(known, region, city) : this;
    }
}
