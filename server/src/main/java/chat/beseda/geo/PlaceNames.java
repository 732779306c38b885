package chat.beseda.geo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people call places in the languages of the console. A city our table doesn't know keeps the database's name. */
public final class PlaceNames {
    private static final Pattern MARKS = Pattern.compile("['’‘`ʹ]");

    private final Regions regions;
    private final Map<String, Map<String, String>> cities = new HashMap<>();

    private PlaceNames(Regions regions, List<List<String>> rows) {
        this.regions = regions;
        for (List<String> row : rows) {
            cities.put(row.get(0), Map.of("ru", row.get(1), "uk", row.getLast()));
        }
    }

    /** Reads the table that belongs to the program. */
    public static PlaceNames load(Regions regions) {
        return new PlaceNames(regions, PlaceTable.read("cities.txt"));
    }

    /** "Пермь", or the region where the city is not known, or the country. */
    public String shortName(Place place, String locale) {
        return city(place, locale)
                .or(() -> Optional.ofNullable(region(place, locale)))
                .orElseGet(() -> country(place, locale));
    }

    public Optional<String> city(Place place, String locale) {
        String city = place.city();
        if (city == null) {
            return Optional.empty();
        }
        String bare = MARKS.matcher(city).replaceAll("");
        Map<String, String> names = cities.get(bare);
        return Optional.of(names == null ? city : names.getOrDefault(locale, city));
    }

    public @Nullable String region(Place place, String locale) {
        String region = place.region();
        return region == null ? null : regions.name(region, locale).orElse(region);
    }

    /** From the JDK's CLDR; empty when nobody named one. */
    public String country(Place place, String locale) {
        return place.country().isEmpty() ? "" : Locale.of("", place.country()).getDisplayCountry(Locale.of(locale));
    }
}
