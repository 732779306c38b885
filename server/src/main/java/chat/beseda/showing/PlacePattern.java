package chat.beseda.showing;

import org.jspecify.annotations.Nullable;

/**
 * A country, a region of it, or a city.
 *
 * @param country ISO 3166-1, two capital letters
 * @param region as people write it, in any of our languages, or its ISO 3166-2 code; null: the whole country
 * @param city as people write it; null: the whole region or country
 */
public record PlacePattern(
        String country, @Nullable String region, @Nullable String city) {

    /** "RU, Пермский край, Пермь". */
    public String text() {
        String text = country;
        if (region != null) {
            text += ", " + region;
        }
        return city == null ? text : text + ", " + city;
    }
}
