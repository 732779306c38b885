package chat.beseda.geo;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The regions of Russia, Ukraine, Belarus and Kazakhstan: their names in our languages, their time zones, and the many ways
 * databases spell them ("Saratov Oblast", "Saratovskaya Oblast"). Source: ISO 3166-2, IANA time zones; spellings as found in
 * DB-IP's city database of 2026-06.
 */
public final class Regions {
    private static final Pattern KIND = Pattern.compile(
            "(?i)\\s+(oblast|oblisi|oblysy|voblasc|krai|kray|republic|region|territory|autonomous|district)$");
    private static final Pattern MARKS = Pattern.compile("['’‘`ʹ]");

    private static final List<String> COUNTRIES = List.of("RU", "UA", "BY", "KZ");

    private final Map<String, Region> byCode = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    /** A region: its ISO 3166-2 code, its clock and its names. */
    record Region(String code, ZoneId zone, Map<String, String> names) {}

    private Regions(List<List<String>> rows) {
        for (List<String> row : rows) {
            String code = row.get(0);
            byCode.put(
                    code,
                    new Region(
                            code, ZoneId.of(row.get(1)), Map.of("ru", row.get(2), "en", row.get(3), "uk", row.get(4))));
        }
        rows.forEach(row -> learn(row, Regions::whole));
        rows.forEach(row -> learn(row, Regions::withoutKind));
    }

    /** "Moscow" is the city and "Moscow Oblast" what lies around it, so whole names are learned before shortened ones. */
    private void learn(List<String> row, UnaryOperator<String> form) {
        String code = row.getFirst();
        Stream.concat(Arrays.stream(row.get(5).split(",", -1)), row.subList(2, 5).stream())
                .forEach(name -> codes.putIfAbsent(key(country(code), form.apply(name)), code));
    }

    /** Reads the table that belongs to the program. */
    public static Regions load() {
        return new Regions(PlaceTable.read("regions.txt"));
    }

    /** The ISO 3166-2 code of a spelling, if we know it. */
    public Optional<String> code(String country, String spelling) {
        return Optional.ofNullable(codes.get(key(country, whole(spelling))))
                .or(() -> Optional.ofNullable(codes.get(key(country, withoutKind(spelling)))));
    }

    /**
     * The code of a region that somebody names, by its code or by a name.
     *
     * @param country empty when it was not said
     */
    Optional<String> anywhere(String country, String named) {
        String code = named.strip().toUpperCase(Locale.ROOT);
        if (byCode.containsKey(code)) {
            return Optional.of(code).filter(known -> country.isEmpty() || country.equals(country(known)));
        }
        return COUNTRIES.stream()
                .filter(each -> country.isEmpty() || country.equals(each))
                .flatMap(each -> code(each, named).stream())
                .findFirst();
    }

    /** Zones that are of one region alone, with its code. */
    Map<String, String> ofOneZone() {
        var found = new HashMap<String, String>();
        var shared = new HashSet<String>();
        byCode.forEach((code, region) -> {
            if (found.put(region.zone().getId(), code) != null) {
                shared.add(region.zone().getId());
            }
        });
        found.keySet().removeAll(shared);
        return found;
    }

    /** The clock of a place: of its region, never of its whole country. */
    public Optional<ZoneId> zone(Place place) {
        return Optional.ofNullable(place.region()).map(byCode::get).map(Region::zone);
    }

    Optional<String> name(String code, String locale) {
        return Optional.ofNullable(byCode.get(code))
                .map(region -> region.names().get(locale));
    }

    private static String country(String code) {
        return code.substring(0, 2);
    }

    private static String key(String country, String form) {
        return country + ' ' + form;
    }

    private static String whole(String spelling) {
        return MARKS.matcher(spelling.strip()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String withoutKind(String spelling) {
        String shorter = KIND.matcher(whole(spelling)).replaceFirst("");
        return KIND.matcher(shorter).replaceFirst("");
    }
}
