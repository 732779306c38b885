package chat.beseda.web;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A page of ours with a fresh nonce in it: only our own scripts run, only our own styles apply, and only those may frame it who are
 * named. Everything a page needs comes from our origin.
 */
public final class Page {
    private static final String NONCE_PLACE = "__NONCE__";

    private final Assets assets;
    private final String path;
    private final SecureRandom random = new SecureRandom();

    /** @param path the built page, such as {@code console/index.html} */
    public Page(Assets assets, String path) {
        this.assets = assets;
        this.path = path;
    }

    /**
     * Sends the page.
     *
     * @param framedBy a Content Security Policy source list: {@code 'none'}, or origins separated by blanks
     */
    public void send(Context context, String framedBy) {
        byte[] bytes = new byte[18];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().encodeToString(bytes);
        context.header("Content-Security-Policy", policy(nonce, framedBy));
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8");
        context.result(assets.text(path)
                .orElse("<!doctype html><title>Beseda</title><p>The pages are not built: run ./beseda run")
                .replace(NONCE_PLACE, nonce));
    }

    private static String policy(String nonce, String framedBy) {
        return "default-src 'none'; script-src 'nonce-%1$s' 'strict-dynamic'; style-src 'self' 'nonce-%1$s'; "
                        .formatted(nonce)
                + "img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
                + "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                + "require-trusted-types-for 'script'; trusted-types default; frame-ancestors " + framedBy;
    }
}
