package chat.beseda.sites;

import chat.beseda.forms.FieldChecks;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a site has to look like. */
final class SiteRules {
    static final int NAME_LENGTH = 100;
    static final int GREETING_LENGTH = 300;
    static final int CONSENT_LENGTH = 2_000;
    static final int MOST_ORIGINS = 50;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private SiteRules() {}

    /** @throws InvalidFields naming everything that is wrong */
    static Site check(SiteId id, String key, SiteDraft draft) {
        var checks = new FieldChecks();
        Site site = new Site(
                id,
                key,
                checks.line("name", draft.name(), 1, NAME_LENGTH),
                origins(checks, draft.origins()),
                timeZone(checks, draft.timeZone()),
                locale(checks, draft.locale()),
                accent(checks, draft.accent()),
                draft.corner(),
                greeting(checks, draft.greeting()),
                draft.sound(),
                draft.opens(),
                todaySpan(checks, draft.todaySpan()),
                consentText(checks, draft.consentText()),
                draft.disabled());
        checks.refuse();
        return site;
    }

    /** The same site, answering nobody. */
    static Site disabled(Site site) {
        return new Site(
                site.id(),
                site.key(),
                site.name(),
                site.origins(),
                site.timeZone(),
                site.locale(),
                site.accent(),
                site.corner(),
                site.greeting(),
                site.sound(),
                site.opens(),
                site.todaySpan(),
                site.consentText(),
                true);
    }

    private static List<String> origins(FieldChecks checks, List<String> said) {
        var origins = new ArrayList<String>();
        checks.range("origins.length", said.size(), 1, MOST_ORIGINS);
        for (int i = 0; i < Math.min(said.size(), MOST_ORIGINS); i++) {
            Optional<String> origin = Origins.normal(said.get(i));
            if (origin.isEmpty()) {
                checks.add("origins[" + i + "]", "origin", said.get(i), Map.of());
            } else if (!origins.contains(origin.get())) {
                origins.add(origin.get());
            }
        }
        return origins;
    }

    private static ZoneId timeZone(FieldChecks checks, String said) {
        if (ZoneId.getAvailableZoneIds().contains(said)) {
            return ZoneId.of(said);
        }
        checks.add("timeZone", "time_zone", said, Map.of());
        return ZoneId.of("UTC");
    }

    private static String locale(FieldChecks checks, String said) {
        var known = new ArrayList<>(Site.LANGUAGES);
        known.addFirst(Site.AUTO_LOCALE);
        checks.oneOf("locale", said, known);
        return said;
    }

    private static String accent(FieldChecks checks, String said) {
        String colour = said.strip().toLowerCase(Locale.ROOT);
        if (!COLOUR.matcher(colour).matches()) {
            checks.add("accent", "colour", said, Map.of());
        }
        return colour;
    }

    private static Map<String, String> greeting(FieldChecks checks, Map<String, String> said) {
        var greeting = new LinkedHashMap<>(Greetings.STANDARD);
        said.forEach((language, text) -> {
            String field = "greeting." + language;
            if (!Site.LANGUAGES.contains(language)) {
                checks.add(field, "not_one_of", language, Map.of("words", String.join(", ", Site.LANGUAGES)));
            } else if (!text.isBlank()) {
                greeting.put(language, checks.line(field, text, 1, GREETING_LENGTH));
            }
        });
        return greeting;
    }

    private static TodaySpan todaySpan(FieldChecks checks, TodaySpan said) {
        switch (said) {
            case TodaySpan.Hours(int hours) -> checks.range("todaySpan.hours", hours, 1, TodaySpan.Hours.MOST);
            case TodaySpan.Days(int days) ->
                checks.range("todaySpan.days", days, TodaySpan.Days.LEAST, TodaySpan.Days.MOST);
            case TodaySpan.CalendarDay _, TodaySpan.Everything _ -> {}
        }
        return said;
    }

    private static @Nullable String consentText(FieldChecks checks, @Nullable String said) {
        return said == null || said.isBlank() ? null : checks.lines("consentText", said, 1, CONSENT_LENGTH);
    }
}
