package chat.beseda.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cities that belong to the program: found by name, by the beginning of a name and by coordinates. Immutable. */
public final class Gazetteer {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern KIND = Pattern.compile("^(г\\.|гор\\.|город\\s|м\\.|місто\\s)\\s*");
    private static final double EARTH_KM = 6371;

    private final Regions regions;
    private final List<City> cities = new ArrayList<>();
    private final Map<String, List<City>> byName = new HashMap<>();

    /** A city, where it is in degrees, and what it is called in any language of ours, in small letters. */
    private record City(Place place, double latitude, double longitude, List<String> names) {}

    private Gazetteer(Regions regions) {
        this.regions = regions;
        Map<String, List<String>> where = new HashMap<>();
        PlaceTable.read("city_places.txt").forEach(row -> where.put(row.getFirst(), row));
        for (List<String> row : PlaceTable.read("cities.txt")) {
            List<String> spot = where.get(row.getFirst());
            if (spot != null) {
                add(row, spot);
            }
        }
    }

    /** Reads the tables that belong to the program. */
    public static Gazetteer load(Regions regions) {
        return new Gazetteer(regions);
    }

    private void add(List<String> names, List<String> spot) {
        String region = spot.get(1);
        var city = new City(
                new Place(region.substring(0, 2), region, names.getFirst()),
                Double.parseDouble(spot.get(2)),
                Double.parseDouble(spot.get(3)),
                names.stream().map(Gazetteer::key).distinct().toList());
        boolean spelledAnew = cities.stream()
                .anyMatch(other -> other.place().region() != null
                        && region.equals(other.place().region())
                        && other.names()
                                .containsAll(
                                        city.names().subList(1, city.names().size()))
                        && city.names().size() > 1);
        if (!spelledAnew) {
            cities.add(city);
        }
        city.names()
                .forEach(name ->
                        byName.computeIfAbsent(name, all -> new ArrayList<>(1)).add(city));
    }

    /**
     * The place somebody names. A city we don't know is in the country that was named with it, or in none.
     *
     * @param region by code or by name, null when it was not said
     * @param country ISO 3166-1; null, and what is none, when it was not said
     */
    public Place named(String city, @Nullable String region, @Nullable String country) {
        String code = country == null ? "" : country.strip().toUpperCase(Locale.ROOT);
        String within = COUNTRIES.contains(code) ? code : "";
        String regionCode =
                region == null ? null : regions.anywhere(within, region).orElse(null);
        return find(city, regionCode, within)
                .orElseGet(() -> new Place(
                        regionCode == null ? within : regionCode.substring(0, 2),
                        regionCode,
                        city.isBlank() ? null : city.strip()));
    }

    /** A city we know; within a region and a country, if these are known: empty is any. */
    Optional<Place> find(String city, @Nullable String region, String country) {
        return byName.getOrDefault(key(city), List.of()).stream()
                .map(City::place)
                .filter(place -> country.isEmpty() || country.equals(place.country()))
                .filter(place -> region == null || region.equals(place.region()))
                .findFirst();
    }

    /** Cities whose name in some language of ours begins so; the bigger ones first. */
    public List<Place> beginning(String prefix, int most) {
        String wanted = key(prefix);
        return wanted.isEmpty()
                ? List.of()
                : cities.stream()
                        .filter(city -> city.names().stream().anyMatch(name -> name.startsWith(wanted)))
                        .map(City::place)
                        .limit(most)
                        .toList();
    }

    /**
     * The city nearest to a point.
     *
     * @return nothing when the numbers are no coordinates, or when no city of ours is so near
     */
    public Optional<Place> nearest(double latitude, double longitude, double withinKm) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            return Optional.empty();
        }
        return cities.stream()
                .min(Comparator.comparingDouble(city -> kilometres(city, latitude, longitude)))
                .filter(city -> kilometres(city, latitude, longitude) <= withinKm)
                .map(City::place);
    }

    private static double kilometres(City city, double latitude, double longitude) {
        double north = Math.toRadians(latitude - city.latitude());
        double east = Math.toRadians(longitude - city.longitude());
        double chord = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(city.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static String key(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
        return KIND.matcher(plain).replaceFirst("");
    }
}
