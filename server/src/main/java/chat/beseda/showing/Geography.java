package chat.beseda.showing;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceNames;
import chat.beseda.geo.Regions;
import chat.beseda.sites.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares places as people write them with places as databases name them. Immutable. */
public final class Geography {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Countries whose regions we know all of, so that another word for one is a mistake. */
    private static final Set<String> KNOWN = Set.of("RU", "UA", "BY", "KZ");

    private final Regions regions;
    private final PlaceNames names;

    public Geography(Regions regions, PlaceNames names) {
        this.regions = regions;
        this.names = names;
    }

    /** With the tables of the program itself. */
    public static Geography load() {
        Regions regions = Regions.load();
        return new Geography(regions, PlaceNames.load(regions));
    }

    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    public boolean isRegion(String country, String region) {
        return !KNOWN.contains(country)
                || region.matches("[A-Z]{2}-[A-Z0-9]{1,3}")
                || regions.code(country, region).isPresent();
    }

    /** The place that somebody wrote down, as a database would name it. */
    public Place place(PlacePattern written) {
        String region = written.region();
        return new Place(written.country(), region == null ? null : code(written.country(), region), written.city());
    }

    /** False when the place is not known, or not as closely as the pattern asks. */
    boolean matches(PlacePattern pattern, @Nullable Place place) {
        if (place == null || !pattern.country().equals(place.country())) {
            return false;
        }
        String region = pattern.region();
        if (region != null
                && (place.region() == null
                        || !code(place.country(), region).equals(code(place.country(), place.region())))) {
            return false;
        }
        String city = pattern.city();
        return city == null || isCity(city, place);
    }

    /** The first of the patterns that the place is in. */
    public Optional<PlacePattern> first(List<PlacePattern> patterns, @Nullable Place place) {
        return patterns.stream().filter(pattern -> matches(pattern, place)).findFirst();
    }

    /** How people call the city; empty when it is not known. */
    public String city(Place place, String language) {
        return names.city(place, language).orElse("");
    }

    private boolean isCity(String written, Place place) {
        String wanted = plain(written);
        return (place.city() != null && plain(place.city()).equals(wanted))
                || Site.LANGUAGES.stream()
                        .anyMatch(language -> names.city(place, language)
                                .filter(name -> plain(name).equals(wanted))
                                .isPresent());
    }

    private String code(String country, String region) {
        return regions.code(country, region).orElseGet(() -> plain(region).toUpperCase(Locale.ROOT));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
