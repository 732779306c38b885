package chat.beseda.pages;

import chat.beseda.sites.Site;
import chat.beseda.web.Assets;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Supplier;

/** A small shop that carries the widget, for trying it out. Served only while the demo setting is on. */
public final class DemoShop {
    private static final String KEY_PLACE = "__SITE_KEY__";

    /** As a careful customer's page would have it: the widget works under it. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final Assets assets;
    private final Supplier<Optional<Site>> site;

    /** @param site the site whose widget the shop carries; empty while the demo is switched off */
    public DemoShop(Assets assets, Supplier<Optional<Site>> site) {
        this.assets = assets;
        this.site = site;
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/demo", this::send);
        routes.get("/demo/*", this::send);
    }

    private void send(Context context) {
        Site shown = site.get().orElseThrow(NotFoundResponse::new);
        if (context.path().equals("/demo")) {
            context.redirect("/demo/");
            return;
        }
        String path = context.path().substring(1);
        String file = path.endsWith("/") ? path + "index.html" : path;
        if (file.endsWith(".html")) {
            String page = assets.text(file).orElseThrow(NotFoundResponse::new);
            context.header("Content-Security-Policy", POLICY);
            context.header("Cache-Control", "no-store");
            // As pages of a customer are, from which the panel may open a window of its own.
            context.header("Cross-Origin-Opener-Policy", "unsafe-none");
            context.html(page.replace(KEY_PLACE, shown.key()));
        } else if (!assets.send(context, file, Assets.ASK_EACH_TIME)) {
            throw new NotFoundResponse();
        }
    }
}
