package chat.beseda.lookout;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.sites.Site;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in one of the console's languages.
 *
 * @param city null when only the region or the country is known
 * @param country null for a city nobody knows
 */
public record PlaceLabel(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {

    /** "Пермь", or the next wider thing that is known. */
    public String shortest() {
        return Stream.of(Optional.ofNullable(city), Optional.ofNullable(region), Optional.ofNullable(country))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** Names a place in a language. */
    public static PlaceLabel of(Place place, PlaceNames names, String language) {
        return new PlaceLabel(
                names.city(place, language).orElse(null),
                names.region(place, language),
                place.country().isEmpty() ? null : names.country(place, language));
    }

    /**
     * Makes each label once, of so many (names of places are also what anybody says), in the languages of the console; in any
     * other it is as in English. Thread-safe.
     */
    static final class Labels {
        private static final String OTHERWISE = "en";
        private static final int MOST = 20_000;

        private final PlaceNames names;
        private final Map<Known, PlaceLabel> made = new ConcurrentHashMap<>();

        private record Known(Place place, String language) {}

        Labels(PlaceNames names) {
            this.names = names;
        }

        PlaceLabel of(Place place, String language) {
            if (made.size() > MOST) {
                made.clear();
            }
            String known = Site.LANGUAGES.contains(language) ? language : OTHERWISE;
            return made.computeIfAbsent(new Known(place, known), first -> PlaceLabel.of(place, names, known));
        }
    }
}
