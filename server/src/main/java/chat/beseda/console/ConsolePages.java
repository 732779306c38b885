package chat.beseda.console;

import chat.beseda.web.Assets;
import chat.beseda.web.Page;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

/** The console's one page, under every address that the console itself understands, and its scripts. */
public final class ConsolePages {
    private final Assets assets;
    private final Page page;

    public ConsolePages(Assets assets) {
        this.assets = assets;
        this.page = new Page(assets, "console/index.html");
    }

    /** Must be added after all other routes: what nobody else answers is an address inside the console. */
    public void addTo(RoutesConfig routes) {
        routes.get("/console/*", this::asset);
        routes.get("/service-worker.js", context -> send(context, "console/service-worker.js"));
        routes.get("/*", this::pageOrNothing);
    }

    private void asset(Context context) {
        send(context, context.path().substring(1));
    }

    private void send(Context context, String file) {
        String caching = file.startsWith("console/assets/") ? Assets.FOR_EVER : Assets.ASK_EACH_TIME;
        if (!assets.send(context, file, caching)) {
            throw new NotFoundResponse();
        }
    }

    private void pageOrNothing(Context context) {
        boolean file = context.path().substring(context.path().lastIndexOf('/')).contains(".");
        if (file || context.path().startsWith("/api/")) {
            throw new NotFoundResponse();
        }
        page.send(context, "'none'");
    }
}
