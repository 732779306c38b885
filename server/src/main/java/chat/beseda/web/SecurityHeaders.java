package chat.beseda.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What every answer says to the browser, whatever it carries. */
public final class SecurityHeaders {
    private SecurityHeaders() {}

    public static void addTo(RoutesConfig routes) {
        routes.before(SecurityHeaders::set);
    }

    private static void set(Context context) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "strict-origin-when-cross-origin");
        // Whatever a browser could be made to show as a page; a page of ours says what it needs instead.
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(self), payment=(), usb=(), microphone=(self)");
        if (context.path().startsWith("/api/")) {
            context.header("Cache-Control", "no-store");
            context.header("Cross-Origin-Resource-Policy", "same-origin");
        }
        if (context.scheme().equals("https")) {
            context.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
