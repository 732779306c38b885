package chat.beseda.web;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * The cookie that carries a session's secret: unreadable to scripts, sent by no foreign page, and by HTTPS bound to exactly this
 * host. Without HTTPS (a first try at home) browsers do not take such a cookie, so a plainer one is used under another name.
 */
public final class SessionCookie {
    private static final String SECURE = "__Host-beseda";
    private static final String PLAIN = "beseda-session";
    private static final String ALWAYS = "; Path=/; HttpOnly; SameSite=Strict";

    private final OwnOrigin origin;

    public SessionCookie(OwnOrigin origin) {
        this.origin = origin;
    }

    public Optional<String> read(Context context) {
        return Optional.ofNullable(context.cookie(name(context))).filter(token -> !token.isEmpty());
    }

    /** Gives the cookie until the browser is closed; the session itself ends earlier. */
    public void write(Context context, String token) {
        set(context, token, "");
    }

    /** Takes the cookie back. */
    public void clear(Context context) {
        set(context, "", "; Max-Age=0");
    }

    private void set(Context context, String token, String age) {
        String secure = origin.isSecure(context) ? "; Secure" : "";
        context.header("Set-Cookie", name(context) + "=" + token + age + ALWAYS + secure);
    }

    private String name(Context context) {
        return origin.isSecure(context) ? SECURE : PLAIN;
    }
}
