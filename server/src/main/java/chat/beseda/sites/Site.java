package chat.beseda.sites;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's web site that carries the button.
 *
 * @param key what the snippet on the page names the site by; public
 * @param origins exact origins (scheme, host, port) whose pages may carry the button
 * @param locale {@code auto} (the visitor's own language), {@code ru}, {@code en} or {@code uk}
 * @param accent the colour of the button, {@code #rrggbb}
 * @param greeting language to greeting; every language of the product has one
 * @param opens the collapsed window opens by itself when an answer comes; otherwise the button shows a count
 * @param consentText shown before the first message when the site asks for consent
 * @param disabled the button answers nobody; its conversations stay in the archive
 */
public record Site(
        SiteId id,
        String key,
        String name,
        List<String> origins,
        ZoneId timeZone,
        String locale,
        String accent,
        Corner corner,
        Map<String, String> greeting,
        boolean sound,
        boolean opens,
        TodaySpan todaySpan,
        @Nullable String consentText,
        boolean disabled) {

    public static final String AUTO_LOCALE = "auto";
    /** The languages of the product, the first one being what an unknown language gets. */
    public static final List<String> LANGUAGES = List.of("ru", "en", "uk");

    public Site {
        origins = List.copyOf(origins);
        greeting = Map.copyOf(greeting);
    }

    /**
     * The language its windows speak to a visitor: its own choice, or the visitor's language when we have it, or the first of ours.
     *
     * @param wished a BCP 47 tag as the browser names it
     */
    public String languageFor(String wished) {
        if (!locale.equals(AUTO_LOCALE)) {
            return locale;
        }
        String tag = wished.toLowerCase(Locale.ROOT);
        return LANGUAGES.stream()
                .filter(ours -> tag.equals(ours) || tag.startsWith(ours + "-"))
                .findFirst()
                .orElse(LANGUAGES.getFirst());
    }

    /** True when pages of this origin may carry the button. Exact: no wildcard, no default port added. */
    public boolean allows(@Nullable String origin) {
        return origin != null && !disabled && origins.contains(origin);
    }
}
