package chat.beseda.outreach;

import chat.beseda.devices.Device;
import chat.beseda.geo.Place;
import chat.beseda.showing.Geography;
import chat.beseda.visits.Source;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Visitors made up for tests. */
public final class Situations {
    public static final Geography GEOGRAPHY = Geography.load();
    public static final ZoneId PERM = ZoneId.of("Asia/Yekaterinburg");
    public static final Place CITY = new Place("RU", "RU-PER", "Perm");

    private Situations() {}

    static Situation plain(long since) {
        return new Situation(
                PERM,
                "https://shop.example/kettles",
                since,
                since,
                Source.DIRECT,
                1,
                "ru-RU",
                Device.Kind.DESKTOP,
                CITY,
                Map.of(),
                null,
                GEOGRAPHY);
    }

    static Situation with(Situation seen, @Nullable Place place, Map<String, String> values, @Nullable Long idleSince) {
        return new Situation(
                seen.zone(),
                seen.page(),
                seen.pageSince(),
                seen.siteSince(),
                seen.source(),
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
