package chat.beseda.sites;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The one way an origin is written: what a browser puts into its {@code Origin} header. */
public final class Origins {
    private static final int MOST_CHARACTERS = 300;

    private Origins() {}

    /**
     * The origin in a browser's spelling: lower case, no standard port, names of other alphabets in ASCII. Empty when it is no
     * origin: another scheme than http and https, a path, a query, a user, a wildcard.
     */
    public static Optional<String> normal(String said) {
        String text = said.strip();
        int scheme = text.indexOf("://");
        if (scheme < 0 || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        int start = scheme + 3;
        int end = text.endsWith("/") ? text.length() - 1 : text.length();
        return end <= start ? Optional.empty() : parse(text.substring(0, scheme), text.substring(start, end));
    }

    private static Optional<String> parse(String scheme, String authority) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (!lower.equals("http") && !lower.equals("https")) {
            return Optional.empty();
        }
        try {
            int colon = authority.lastIndexOf(':');
            boolean withPort = colon > authority.lastIndexOf(']');
            String name = withPort ? authority.substring(0, colon) : authority;
            String host = name.startsWith("[") ? name : IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            URI uri = new URI(lower + "://" + host + (withPort ? authority.substring(colon) : ""));
            return isOrigin(uri) ? Optional.of(spelled(uri)) : Optional.empty();
        } catch (IllegalArgumentException | URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        return uri.getHost() != null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && uri.getPort() <= 65_535
                && uri.getPort() != 0
                && !uri.getRawAuthority().endsWith(":");
    }

    private static String spelled(URI uri) {
        boolean standard =
                uri.getPort() == -1 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (standard ? "" : ":" + uri.getPort());
    }
}
