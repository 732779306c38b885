package chat.beseda.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The origin that the server's own pages have. It is what the settings say; where they say nothing, it is whatever name the
 * browser used, which a page of another origin cannot choose.
 */
public final class OwnOrigin {
    private static final String PROOF = "X-Beseda";
    private final @Nullable String configured;

    public OwnOrigin(@Nullable URI publicUrl) {
        this.configured =
                publicUrl == null ? null : origin(publicUrl.getScheme(), publicUrl.getHost(), publicUrl.getPort());
    }

    /** Scheme, host and port as a browser writes them. */
    public String of(Context context) {
        var request = context.req();
        String fixed = configured;
        return fixed == null ? origin(request.getScheme(), request.getServerName(), request.getServerPort()) : fixed;
    }

    /** The same for a request that only begins: with the {@code Host} header, which a browser writes like an origin. */
    public String of(String scheme, @Nullable String host) {
        String fixed = configured;
        return fixed == null ? scheme + "://" + host : fixed;
    }

    /** True when people reach the server by HTTPS, whatever reaches this process. */
    public boolean isSecure(Context context) {
        return of(context).startsWith("https:");
    }

    /**
     * Lets a change pass only when a page of ours asked for it: the browser says where it comes from, and only a script of ours
     * can have set the header.
     *
     * @throws Refused {@code proof_missing} or {@code origin_foreign}
     */
    public void checkChange(Context context) {
        if (!"1".equals(context.header(PROOF))) {
            throw Problem.of(403, "proof_missing").refused();
        }
        String own = of(context);
        String origin = context.header("Origin");
        if (!own.equals(origin)) {
            throw new Problem(
                            403,
                            "origin_foreign",
                            Map.of("origin", origin == null ? "–" : origin, "own", own),
                            List.of(),
                            null)
                    .refused();
        }
    }

    private static String origin(String scheme, String host, int port) {
        String kind = scheme.toLowerCase(Locale.ROOT);
        boolean standard = port <= 0 || port == (kind.equals("https") ? 443 : 80);
        return kind + "://" + host.toLowerCase(Locale.ROOT) + (standard ? "" : ":" + port);
    }
}
