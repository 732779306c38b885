package chat.beseda.sites;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of pages with wildcards: {@code /cart}, {@code /catalogue/*}, {@code shop.example/sale*}, {@code https://*.example/*},
 * {@code *}. A star stands for any characters. One that begins with a slash is about the path alone; the query counts only when
 * the pattern names one. Letter case, the last slash and the encoding of letters make no difference. In JSON it is its text.
 */
public final class PagePattern {
    public static final int MAX_LENGTH = 300;

    private static final Pattern SPOILED = Pattern.compile("[\\s\\p{Cntrl}\"<>\\\\^`{|}]");
    private static final Pattern ADDRESS = Pattern.compile("(?:(https?)://)?([^/?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile(
            "\\*|(?:\\*\\.)?[\\p{L}\\p{N}*.-]*(?:\\.[\\p{L}\\p{N}*-]+)(?::\\d{1,5})?|localhost(?::\\d{1,5})?");

    private final String text;
    private final @Nullable Parts parts;

    /** @param text as people wrote it; what is no pattern is about no page */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PagePattern(String text) {
        this.text = text;
        this.parts = Parts.read(text.strip());
    }

    @JsonValue
    public String text() {
        return text;
    }

    /** False when the text is no pattern. */
    public boolean isReadable() {
        return parts != null;
    }

    /** False for an address that is none. */
    public boolean matches(String url) {
        return parts != null && parts.match(url);
    }

    /** The first of the patterns that is about the page. */
    public static Optional<PagePattern> first(List<PagePattern> patterns, String url) {
        return patterns.stream().filter(pattern -> pattern.matches(url)).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PagePattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** What the text means; an empty scheme or host: any. */
    private record Parts(String scheme, String host, String rest) {

        static @Nullable Parts read(String bare) {
            if (bare.isEmpty()
                    || bare.length() > MAX_LENGTH
                    || SPOILED.matcher(bare).find()) {
                return null;
            }
            if (bare.equals("*")) {
                return new Parts("", "", "*");
            }
            var parts = ADDRESS.matcher(plain(bare));
            if (!parts.matches()) {
                return null;
            }
            String scheme = parts.group(1) == null ? "" : parts.group(1);
            String host = parts.group(2);
            if (host.isEmpty()
                    ? !scheme.isEmpty() || !bare.startsWith("/")
                    : !HOST.matcher(host).matches()) {
                return null;
            }
            String rest = parts.group(3);
            return new Parts(scheme, host, rest.isEmpty() && !host.isEmpty() ? "/*" : withoutLastSlash(rest));
        }

        boolean match(String url) {
            var parts = ADDRESS.matcher(plain(url));
            if (!parts.matches()) {
                return false;
            }
            String known = parts.group(1) == null ? "" : parts.group(1);
            return (scheme.isEmpty() || scheme.equals(known))
                    && (host.isEmpty() || glob(host, parts.group(2)))
                    && glob(rest, withoutLastSlash(seen(parts.group(3))));
        }

        /** What of the address the pattern speaks about. */
        private String seen(String whole) {
            String address = rest.contains("#") ? whole : before(whole, '#');
            return rest.contains("?") || rest.contains("#") ? address : before(address, '?');
        }
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String withoutLastSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String plain(String address) {
        return decoded(address).toLowerCase(Locale.ROOT);
    }

    private static String decoded(String address) {
        if (address.indexOf('%') < 0) {
            return address;
        }
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return address;
        }
    }

    /** Two fingers and the last star: never more than the product of both lengths. */
    private static boolean glob(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
