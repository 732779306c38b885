package chat.beseda.outreach;

import chat.beseda.geo.Place;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a visitor on line when a rule is asked. Times are UTC epoch milliseconds.
 *
 * @param zone the site's
 * @param arrivedFrom the referrer of the first page of this stay; empty when he typed the address
 * @param firstPage the address of that page
 * @param visits how often he came, this time included
 * @param place null when nobody knows
 * @param values what the site's own script told of him
 * @param idleSince since when he has not moved; null while he moves, or when nobody watches
 */
record Sighting(
        ZoneId zone,
        String page,
        long pageSince,
        long siteSince,
        String firstPage,
        String arrivedFrom,
        int visits,
        String language,
        Device device,
        @Nullable Place place,
        Map<String, String> values,
        @Nullable Long idleSince,
        Geography geography) {}
