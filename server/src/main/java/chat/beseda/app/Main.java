package chat.beseda.app;

import io.javalin.Javalin;
import io.javalin.json.JavalinJackson3;
import java.util.Map;

/** The program: `java chat.beseda.app.Main` starts a server, BESEDA_PORT says where (8080 unless told). */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(System.getenv().getOrDefault("BESEDA_PORT", "8080"));
        Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson3());
                    config.routes.get("/health/live", context -> context.json(Map.of("status", "live")));
                    config.routes.get("/health/ready", context -> context.json(Map.of("status", "ready")));
                })
                .start(port);
    }
}
