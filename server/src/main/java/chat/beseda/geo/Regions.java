package chat.beseda.geo;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The regions of Russia, Ukraine, Belarus and Kazakhstan: their names in our languages, their time zones, and the many ways
 * databases spell them ("Saratov Oblast", "Saratovskaya Oblast"). Source: ISO 3166-2, IANA time zones; spellings as found in
 * DB-IP's city database of 2026-06.
 */
public final class Regions {
    private static final Pattern KIND = Pattern.compile(
            "(?i)\\s+(oblast|oblisi|oblysy|voblasc|krai|kray|republic|region|territory|autonomous|district)$");
    private static final Pattern MARKS = Pattern.compile("['’‘`ʹ]");

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
            Arrays.stream(row.get(5).split(",", -1)).forEach(spelling -> codes.put(key(country(code), spelling), code));
            for (String name : row.subList(2, 5)) {
                codes.putIfAbsent(key(country(code), name), code);
            }
        }
    }

    /** Reads the table that belongs to the program. */
    public static Regions load() {
        return new Regions(PlaceTable.read("regions.txt"));
    }

    /** The ISO 3166-2 code of a spelling, if we know it. */
    public Optional<String> code(String country, String spelling) {
        return Optional.ofNullable(codes.get(key(country, spelling)));
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

    private static String key(String country, String spelling) {
        String bare = MARKS.matcher(spelling.strip()).replaceAll("").toLowerCase(Locale.ROOT);
        String shorter = KIND.matcher(bare).replaceFirst("");
        return country + ' ' + KIND.matcher(shorter).replaceFirst("");
    }
}
