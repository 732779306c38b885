package chat.beseda.app;

import chat.beseda.storage.StorageTrouble;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What machines ask: {@code /health/live} whether the process answers, {@code /health/ready} whether it may be sent people.
 * Thread-safe.
 */
final class Health {
    private final Supplier<Optional<StorageTrouble>> storage;
    private volatile Phase phase = Phase.STARTING;

    enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /** @param storage tells what keeps the store from its work now; may ask it and so take a moment */
    Health(Supplier<Optional<StorageTrouble>> storage) {
        this.storage = storage;
    }

    void is(Phase now) {
        phase = now;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> context.json(Map.of("status", "live")));
        routes.get("/health/ready", this::tellWhetherReady);
    }

    private void tellWhetherReady(Context context) {
        Phase now = phase;
        Optional<StorageTrouble> trouble = now == Phase.READY ? storage.get() : Optional.empty();
        context.status(now == Phase.READY && trouble.isEmpty() ? 200 : 503)
                .header("Cache-Control", "no-store")
                .json(
                        trouble.isPresent()
                                ? Map.of("status", "storage", "trouble", inLowerCase(trouble.get()))
                                : Map.of("status", inLowerCase(now)));
    }

    private static String inLowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
