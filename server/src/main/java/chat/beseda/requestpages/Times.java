package chat.beseda.requestpages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as somebody reads them.
 *
 * @param here whose clock is meant
 */
record Times(ZoneId here, String language, Instant now) {

    /** 10:30 */
    String clock(long at) {
        return text(at, "HH:mm");
    }

    /** вторник, 24 ноября */
    String day(long at) {
        return text(at, "EEEE, d MMMM");
    }

    /** вт, 24 нояб., 10:30 */
    String choice(long at) {
        return text(at, "EEE, d MMM, HH:mm");
    }

    /** вторник, 24 ноября, 10:30 */
    String moment(long at) {
        return text(at, "EEEE, d MMMM, HH:mm");
    }

    /** UTC+05:00, Екатеринбург */
    String zone() {
        return Zones.name(here, now, language);
    }

    private String text(long at, String pattern) {
        ZonedDateTime there = Instant.ofEpochMilli(at).atZone(here);
        return DateTimeFormatter.ofPattern(pattern, Locale.of(language)).format(there);
    }
}
