package chat.beseda.requestpages;

import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestpages.RequestPaper.Form;
import chat.beseda.requestpages.RequestPaper.Place;
import chat.beseda.requests.Leaving;
import chat.beseda.security.RandomTokens;
import chat.beseda.security.RateLimits;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Recognised;
import chat.beseda.visitors.Visitor;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.RequestLanguage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /request/KEY} and {@code /request/KEY/KIND}: what can be left on a site, and its forms. Whoever only looks is nobody yet.
 * Thread-safe.
 */
public final class RequestPages {
    private static final String PATH = "/request/{site}";
    private static final Duration KEPT = Duration.ofDays(365);
    /** Of one network, which may be an office. */
    private static final int NEWCOMERS_AN_HOUR = 60;

    /** Nothing runs and one style applies. */
    private static final String POLICY = "default-src 'none'; style-src '" + RequestPaper.STYLE_HASH
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final RequestDesk desk;
    private final RequestPaper paper;
    private final RandomTokens tokens = new RandomTokens();
    private final RateLimits newcomers;

    public RequestPages(RequestDesk desk) {
        this.desk = desk;
        this.paper = new RequestPaper(desk.requests(), desk.clock());
        this.newcomers = new RateLimits(NEWCOMERS_AN_HOUR, Duration.ofHours(1), NEWCOMERS_AN_HOUR / 3, desk.clock());
        desk.timers().every(Duration.ofMinutes(1), newcomers::forgetIdle);
    }

    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> {
            Place place = place(context).orElse(null);
            if (place == null) {
                answer(context, 404, paper.nowhere(RequestLanguage.of(context)));
            } else {
                answer(
                        context,
                        200,
                        paper.index(place, desk.requests().kindsFor(place.site().id())));
            }
        });
        routes.get(PATH + "/{kind}", context -> at(context, this::open));
        routes.post(PATH + "/{kind}", context -> at(context, this::post));
    }

    private interface Act {
        void at(Context context, Place place, RequestKind kind);
    }

    private void at(Context context, Act act) {
        Place place = place(context).orElse(null);
        if (place == null) {
            answer(context, 404, paper.nowhere(RequestLanguage.of(context)));
            return;
        }
        desk.requests().kindsFor(place.site().id()).stream()
                .filter(kind -> kind.id().toString().equals(context.pathParam("kind")))
                .findFirst()
                .ifPresentOrElse(
                        kind -> act.at(context, place, kind),
                        () -> answer(
                                context,
                                404,
                                paper.gone(
                                        place,
                                        desk.requests().kindsFor(place.site().id()))));
    }

    private Optional<Place> place(Context context) {
        return desk.sites()
                .byKey(context.pathParam("site"))
                .filter(site -> !site.disabled())
                .map(site -> new Place(site, site.languageFor(RequestLanguage.of(context))));
    }

    private void open(Context context, Place place, RequestKind kind) {
        String stamp = desk.requests().stamps().issue();
        Filled filled = Filled.empty(tokens.name(), stamp, context.header("Referer"));
        answer(context, 200, paper.form(place, kind, Form.of(filled)));
    }

    private void post(Context context, Place place, RequestKind kind) {
        Filled filled = Filled.of(context, kind);
        Visitor known = visitor(context, place.site()).orElse(null);
        if (isForeign(context)) {
            refuse(context, place, kind, filled, 403, "foreign", Map.of());
        } else if (isBanned(place.site(), known, context.ip())) {
            refuse(context, place, kind, filled, 403, "banned", Map.of());
        } else if (context.formParam("show") != null) {
            answer(context, 200, paper.form(place, kind, Form.of(filled)));
        } else {
            Optional<Duration> wait =
                    known == null ? newcomers.take(AddressLimit.network(context.ip())) : Optional.empty();
            if (wait.isPresent()) {
                Map<String, String> minutes =
                        Map.of("minutes", Long.toString(wait.get().toMinutes() + 1));
                refuse(context, place, kind, filled, 429, "request_rate", minutes);
                return;
            }
            leave(context, place, kind, filled, known == null ? newcomer(context, place.site()) : known);
        }
    }

    private void leave(Context context, Place place, RequestKind kind, Filled filled, Visitor visitor) {
        var draft = filled.draft(kind, place.language());
        switch (desk.requests().leave(visitor, place.site(), draft, context.ip())) {
            case Leaving.Kept(var request, boolean again) ->
                answer(context, again ? 200 : 201, paper.sent(place, kind, filled, request));
            case Leaving.Invalid(var faults) ->
                answer(context, 422, paper.form(place, kind, Form.of(filled).wrong(faults)));
            case Leaving.SlotTaken(List<Long> next) ->
                answer(context, 409, paper.form(place, kind, Form.of(filled).taken(next)));
            case Leaving.Refused(String code, Map<String, String> params) -> {
                long seconds = Long.parseLong(params.getOrDefault("seconds", "60"));
                Map<String, String> minutes = Map.of("minutes", Long.toString(Math.ceilDiv(seconds, 60)));
                refuse(context, place, kind, filled, code.equals("form_stale") ? 409 : 429, code, minutes);
            }
        }
    }

    private void refuse(
            Context context,
            Place place,
            RequestKind kind,
            Filled filled,
            int status,
            String code,
            Map<String, String> params) {
        boolean stale = code.equals("form_stale");
        Filled again = filled.renewed(stale ? desk.requests().stamps().issue() : filled.stamp());
        answer(context, status, paper.form(place, kind, Form.of(again).refused(code, params)));
    }

    /** A page of somebody else's cannot make a visitor's browser send a form in his name. */
    private boolean isForeign(Context context) {
        String origin = context.header("Origin");
        return origin != null
                && !origin.equals("null")
                && !origin.equals(desk.own().of(context));
    }

    private boolean isBanned(Site site, @Nullable Visitor visitor, String address) {
        return desk.bans().ofAddress(site.id(), address).isPresent()
                || (visitor != null && desk.bans().of(site.id(), visitor.id()).isPresent());
    }

    private Optional<Visitor> visitor(Context context, Site site) {
        @Nullable String token = context.cookie(cookie(site));
        return token == null || !desk.visitors().knows(site.id(), null, token, true)
                ? Optional.empty()
                : Optional.of(
                        desk.visitors().recognise(site.id(), null, token, true).visitor());
    }

    private Visitor newcomer(Context context, Site site) {
        Recognised who = desk.visitors().recognise(site.id(), null, null, true);
        var cookie = new Cookie(cookie(site), String.valueOf(who.token()));
        cookie.setPath("/request/" + site.key());
        cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(desk.own().isSecure(context));
        cookie.setSameSite(SameSite.LAX);
        context.cookie(cookie);
        return who.visitor();
    }

    private static String cookie(Site site) {
        return "beseda-request-" + site.key();
    }

    private static void answer(Context context, int status, String html) {
        context.status(status);
        context.header("Content-Security-Policy", POLICY);
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8");
        context.result(html);
    }
}
