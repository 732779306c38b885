package chat.beseda.visitors;

import chat.beseda.geo.Place;
import chat.beseda.geo.PlaceSource;
import chat.beseda.sites.SiteId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who opened a page of a site, as one browser keeps him. Exists before he says a word.
 *
 * @param number counts a site's visitors from 1: what he is called while he has no name
 * @param name what he said of himself or an operator wrote down, as are the two addresses; hostile text
 * @param lastSeenAt true to a minute, but for a visitor on line: then when he opened a page
 * @param visits how often he came; half an hour of absence begins another visit
 * @param said where he is as others than his address tell
 */
public record Visitor(
        VisitorId id,
        SiteId site,
        long number,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        long firstSeenAt,
        long lastSeenAt,
        int visits,
        Map<PlaceSource, Place> said) {

    Visitor seenAgain(long now, boolean anotherVisit) {
        return new Visitor(
                id, site, number, name, email, phone, firstSeenAt, now, anotherVisit ? visits + 1 : visits, said);
    }
}
