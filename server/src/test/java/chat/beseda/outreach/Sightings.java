package chat.beseda.outreach;

import chat.beseda.geo.Place;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visitors made up for tests. */
final class Sightings {
    static final Geography GEOGRAPHY = Geography.load();
    static final ZoneId PERM = ZoneId.of("Asia/Yekaterinburg");
    static final Place CITY = new Place("RU", "RU-PER", "Perm");

    private Sightings() {}

    static Sighting plain(long since) {
        return new Sighting(
                PERM,
                "https://shop.example/kettles",
                since,
                since,
                "https://shop.example/",
                "",
                1,
                "ru-RU",
                Device.COMPUTER,
                CITY,
                Map.of(),
                null,
                GEOGRAPHY);
    }

    static Sighting with(Sighting seen, @Nullable Place place, Map<String, String> values, @Nullable Long idleSince) {
        return new Sighting(
                seen.zone(),
                seen.page(),
                seen.pageSince(),
                seen.siteSince(),
                seen.firstPage(),
                seen.arrivedFrom(),
                seen.visits(),
                seen.language(),
                seen.device(),
                place,
                values,
                idleSince,
                seen.geography());
    }

    static InvitationRule rule(boolean all, Condition... conditions) {
        return new InvitationRule("7", "", true, all, List.of(conditions), Map.of(), null, 1, 3, 60, 60);
    }
}
