package chat.beseda.push;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which servers may be told: those of the browsers' makers, and what the settings add. A browser says itself where its push service
 * is; anybody could name a machine of our own network there.
 *
 * @param further origins such as {@code https://push.example.com}
 */
public record PushServices(Set<String> further) {
    /** Chromium and its kin, Firefox, Safari, Edge: a name, or the end of one. */
    private static final List<String> KNOWN = List.of(
            "fcm.googleapis.com",
            "android.googleapis.com",
            ".push.services.mozilla.com",
            ".push.apple.com",
            ".notify.windows.com");

    private static final int LONGEST = 1000;

    public PushServices {
        further = Set.copyOf(further);
    }

    public boolean allow(URI endpoint) {
        String host = endpoint.getHost();
        if (host == null || endpoint.getRawUserInfo() != null) {
            return false;
        }
        boolean known = "https".equals(endpoint.getScheme())
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && KNOWN.stream().anyMatch(name -> name.startsWith(".") ? host.endsWith(name) : host.equals(name));
        return known || further.contains(endpoint.getScheme() + "://" + endpoint.getRawAuthority());
    }

    /** The address that a browser names, when it may be told. */
    public @Nullable URI endpoint(String text) {
        try {
            URI endpoint = URI.create(text);
            return text.length() <= LONGEST && allow(endpoint) ? endpoint : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
