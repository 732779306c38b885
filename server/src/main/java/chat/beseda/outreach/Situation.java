package chat.beseda.outreach;

import chat.beseda.devices.Device;
import chat.beseda.geo.Place;
import chat.beseda.showing.Geography;
import chat.beseda.visits.Source;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visitor on line when a rule is asked. Times are UTC epoch milliseconds.
 *
 * @param zone the site's
 * @param source where this stay came from
 * @param visits how often he came, this time included
 * @param place null when nobody knows
 * @param values what the site's own script told of him
 * @param idleSince since when he has not moved; null while he moves, or when nobody stays
 */
record Situation(
        ZoneId zone,
        String page,
        long pageSince,
        long siteSince,
        Source source,
        int visits,
        String language,
        Device.Kind device,
        @Nullable Place place,
        Map<String, String> values,
        @Nullable Long idleSince,
        Geography geography) {}
