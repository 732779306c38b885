package chat.beseda.pages;

import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.web.Assets;
import chat.beseda.web.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** What a customer's page loads from us: the loader, and the panel that only pages of the site's own list may frame. */
public final class WidgetPages {
    private static final String LOADER_CACHING = "public, max-age=300";

    private final Assets assets;
    private final Sites sites;
    private final Page panel;
    private final Page notify;

    public WidgetPages(Assets assets, Sites sites) {
        this.assets = assets;
        this.sites = sites;
        this.panel = new Page(assets, "panel/index.html");
        this.notify = new Page(assets, "notify/index.html");
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/loader.js", context -> loader(context, "loader.js"));
        routes.get("/loader/{part}", context -> loader(context, "loader/" + context.pathParam("part")));
        routes.get("/panel/", this::panel);
        routes.get("/panel/*", this::asset);
        routes.get("/notify/", this::notifying);
        routes.get("/notify/push.js", this::worker);
        routes.get("/notify/*", this::asset);
    }

    /** The loader and what it fetches later run on the customer's page. */
    private void loader(Context context, String file) {
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Cross-Origin-Resource-Policy", "cross-origin");
        if (!assets.send(context, file, LOADER_CACHING)) {
            throw new NotFoundResponse();
        }
    }

    private void panel(Context context) {
        Optional<Site> site = Optional.ofNullable(context.queryParam("site")).flatMap(sites::byKey);
        String framedBy = site.filter(found -> !found.disabled())
                .map(found -> "'self' " + String.join(" ", found.origins()))
                .orElse("'none'");
        // A panel that opens itself in a window of its own hands the conversation over to it.
        context.header("Cross-Origin-Opener-Policy", "unsafe-none");
        panel.send(context, framedBy.strip());
    }

    /** The small window in which the browser is asked to show notifications; the panel that opens it tells it whose they are. */
    private void notifying(Context context) {
        context.header("Cross-Origin-Opener-Policy", "unsafe-none");
        notify.send(context, "'none'");
    }

    /** It has one name for ever, so it is asked for each time. */
    private void worker(Context context) {
        if (!assets.send(context, "notify/push.js", Assets.ASK_EACH_TIME)) {
            throw new NotFoundResponse();
        }
    }

    private void asset(Context context) {
        if (!assets.send(context, context.path().substring(1), Assets.FOR_EVER)) {
            throw new NotFoundResponse();
        }
    }
}
