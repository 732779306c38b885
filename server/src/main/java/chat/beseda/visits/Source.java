package chat.beseda.visits;

import chat.beseda.visitors.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a visit came from, by the page it began on.
 *
 * @param host of the page before, without www; empty when he came by himself
 * @param mark what utm_source says; empty without it
 * @param campaign what the marks of an advertisement say: source, medium, campaign, word; null without marks
 */
public record Source(String host, String mark, @Nullable String campaign) {
    private static final int LENGTH = 120;
    public static final Source DIRECT = new Source("", "", null);

    public static Source of(@Nullable Page entry) {
        if (entry == null) {
            return DIRECT;
        }
        Map<String, String> marks = marks(entry.url());
        String campaign = Stream.of("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")
                .map(marks::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
        String before = host(entry.referrer());
        boolean inside = before.equals(host(entry.url()));
        return new Source(
                inside ? "" : before, marks.getOrDefault("utm_source", ""), campaign.isEmpty() ? null : cut(campaign));
    }

    /** The host, or else what utm_source says; empty when he came by himself. */
    public String site() {
        return host.isEmpty() ? mark : host;
    }

    private static Map<String, String> marks(String url) {
        var marks = new HashMap<String, String>();
        int question = url.indexOf('?');
        if (question < 0) {
            return marks;
        }
        for (String pair : url.substring(question + 1).split("[&#]", 50)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.startsWith("utm_")) {
                marks.put(pair.substring(0, equals).toLowerCase(Locale.ROOT), decoded(pair.substring(equals + 1)));
            }
        }
        marks.values().removeIf(String::isBlank);
        return marks;
    }

    private static String decoded(String text) {
        try {
            return cut(URLDecoder.decode(text, StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip());
        } catch (IllegalArgumentException hostile) {
            return cut(text);
        }
    }

    private static String host(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null ? "" : cut(host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException hostile) {
            return "";
        }
    }

    private static String cut(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
