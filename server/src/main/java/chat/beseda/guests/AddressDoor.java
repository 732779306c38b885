package chat.beseda.guests;

import chat.beseda.web.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;

/** Tells a visitor's window the e-mail address that is known of him, so that he need not write it twice. */
public final class AddressDoor {
    private final Guests guests;

    public AddressDoor(Guests guests) {
        this.guests = guests;
    }

    /** @param email null: none is known */
    record Known(@Nullable String email) {}

    public void addTo(RoutesConfig routes) {
        routes.get("/api/visitor/{site}/address", context -> {
            context.header(Header.CACHE_CONTROL, "no-store");
            context.contentType("application/json");
            context.result(Json.bytes(new Known(guests.of(context).visitor().email())));
        });
    }
}
