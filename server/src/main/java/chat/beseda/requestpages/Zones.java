package chat.beseda.requestpages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The zones that a page without scripts lets a visitor choose from: it cannot know his. */
final class Zones {
    private static final List<String> OFFERED = List.of(
            "America/Los_Angeles",
            "America/Denver",
            "America/Chicago",
            "America/New_York",
            "Europe/London",
            "Europe/Berlin",
            "Europe/Warsaw",
            "Europe/Kaliningrad",
            "Europe/Kyiv",
            "Europe/Chisinau",
            "Europe/Riga",
            "Asia/Jerusalem",
            "Europe/Minsk",
            "Europe/Istanbul",
            "Europe/Moscow",
            "Europe/Samara",
            "Europe/Saratov",
            "Asia/Tbilisi",
            "Asia/Yerevan",
            "Asia/Baku",
            "Asia/Dubai",
            "Asia/Yekaterinburg",
            "Asia/Almaty",
            "Asia/Tashkent",
            "Asia/Bishkek",
            "Asia/Omsk",
            "Asia/Novosibirsk",
            "Asia/Krasnoyarsk",
            "Asia/Irkutsk",
            "Asia/Shanghai",
            "Asia/Yakutsk",
            "Asia/Tokyo",
            "Asia/Vladivostok",
            "Asia/Magadan",
            "Asia/Kamchatka");

    private Zones() {}

    /** From west to east, with the one that is chosen. */
    static List<ZoneId> with(ZoneId chosen, Instant now) {
        return Stream.concat(OFFERED.stream().map(ZoneId::of), Stream.of(chosen))
                .distinct()
                .sorted(Comparator.comparingInt(
                                (ZoneId zone) -> offset(zone, now).getTotalSeconds())
                        .thenComparing(ZoneId::getId))
                .toList();
    }

    /** UTC+05:00, Екатеринбург */
    static String name(ZoneId zone, Instant now, String language) {
        String offset = offset(zone, now).getId().replace("Z", "+00:00");
        return "UTC%s, %s".formatted(offset, zone.getDisplayName(TextStyle.FULL, Locale.of(language)));
    }

    private static ZoneOffset offset(ZoneId zone, Instant now) {
        return zone.getRules().getOffset(now);
    }
}
