package chat.beseda.guests;

import chat.beseda.push.PushServices;
import chat.beseda.push.PushSubscription;
import chat.beseda.push.Pushes;
import chat.beseda.security.RateLimits;
import chat.beseda.sites.Site;
import chat.beseda.time.Timers;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import chat.beseda.web.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/visitor/KEY/push}: a visitor's browser is to show notifications, or no more. */
public final class PushDoor {
    private static final String PATH = "/api/visitor/{site}/push";
    private static final int LONGEST_PAGE = 1000;
    private static final int CHANGES_AN_HOUR = 20;

    private final Guests guests;
    private final Pushes pushes;
    private final PushServices services;
    private final SiteCustoms customs;
    private final OwnOrigin own;
    private final RateLimits changes;

    public PushDoor(
            Guests guests,
            Pushes pushes,
            PushServices services,
            SiteCustoms customs,
            OwnOrigin own,
            Timers timers,
            InstantSource clock) {
        this.guests = guests;
        this.pushes = pushes;
        this.services = services;
        this.customs = customs;
        this.own = own;
        this.changes = new RateLimits(CHANGES_AN_HOUR, Duration.ofHours(1), CHANGES_AN_HOUR, clock);
        timers.every(Duration.ofHours(1), changes::forgetIdle);
    }

    /**
     * How it stands.
     *
     * @param offered whether the site wants it
     * @param on whether a browser of this visitor shows notifications
     * @param key what a browser is given when it subscribes
     */
    record State(boolean offered, boolean on, String key) {}

    /** What a browser says of its subscription, both keys as base64url, and the page a click opens. */
    record Wanted(String endpoint, String key, String secret, String page) {}

    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> {
            Guest guest = guests.of(context);
            context.contentType("application/json");
            context.result(Json.bytes(new State(
                    customs.of(guest.site().id()).pushes(),
                    pushes.has(guest.visitor().id()),
                    pushes.publicKey())));
        });
        routes.post(PATH, context -> {
            own.checkChange(context);
            Guest guest = change(context);
            try {
                pushes.subscribe(subscription(context, guest));
            } catch (GeneralSecurityException noKey) {
                throw wrong("key", null);
            }
            context.status(204);
        });
        routes.delete(PATH, context -> {
            own.checkChange(context);
            pushes.unsubscribe(change(context).visitor().id());
            context.status(204);
        });
    }

    private Guest change(Context context) {
        Guest guest = guests.of(context);
        changes.take(guest.visitor().id()).ifPresent(wait -> {
            throw Problem.later(429, "push_rate", wait).refused();
        });
        return guest;
    }

    private PushSubscription subscription(Context context, Guest guest) {
        if (!customs.of(guest.site().id()).pushes()) {
            throw Problem.of(403, "forbidden").refused();
        }
        Wanted wanted = Json.body(context, Json.MOST_BYTES_OF_STRANGERS, Wanted.class);
        URI endpoint = services.endpoint(wanted.endpoint);
        if (endpoint == null) {
            throw wrong("endpoint", wanted.endpoint);
        }
        String page = isOf(guest.site(), wanted.page) ? wanted.page : "";
        return new PushSubscription(guest.visitor().id(), endpoint, wanted.key, wanted.secret, page, own.of(context));
    }

    /** Anybody could make our notification lead anywhere. */
    private static boolean isOf(Site site, String page) {
        try {
            URI address = URI.create(page);
            return page.length() <= LONGEST_PAGE
                    && site.allows(address.getScheme() + "://" + address.getRawAuthority());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static Refused wrong(String field, @Nullable String value) {
        return Problem.ofFields(List.of(new Problem.Field(field, "push_" + field, value, Map.of())))
                .refused();
    }
}
