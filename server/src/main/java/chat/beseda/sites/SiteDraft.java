package chat.beseda.sites;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator says about a site, unchecked; {@link Sites} adds the id and the key. */
public record SiteDraft(
        String name,
        List<String> origins,
        String timeZone,
        String locale,
        String accent,
        Corner corner,
        Map<String, String> greeting,
        boolean sound,
        boolean opens,
        TodaySpan todaySpan,
        @Nullable String consentText,
        boolean disabled) {

    /** A site with the product's own colours and greetings. */
    public static SiteDraft standard(String name, List<String> origins, String timeZone, String locale) {
        return new SiteDraft(
                name,
                origins,
                timeZone,
                locale,
                "#2563eb",
                Corner.RIGHT,
                Map.of(),
                true,
                false,
                new TodaySpan.CalendarDay(),
                null,
                false);
    }
}
