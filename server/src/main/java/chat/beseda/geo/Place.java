package chat.beseda.geo;

import org.jspecify.annotations.Nullable;

/**
 * A place as a database names it; {@link PlaceNames} says how people call it.
 *
 * @param country ISO 3166-1, two letters
 * @param region ISO 3166-2 where {@link Regions} knows it, else the database's own name
 * @param city the database's own name, without its district
 */
public record Place(
        String country, @Nullable String region, @Nullable String city) {}
