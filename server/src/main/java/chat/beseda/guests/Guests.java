package chat.beseda.guests;

import chat.beseda.bans.Bans;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import chat.beseda.web.Problem;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;

/** Tells whose window asks: the site stands in the path as {@code {site}}, the window's token in a header. Thread-safe. */
public record Guests(Sites sites, Visitors visitors, Bans bans) {
    private static final String TOKEN = "X-Beseda-Token";

    /**
     * Whose window asks.
     *
     * @throws chat.beseda.web.Refused when it shows no token of ours, or he is banned
     * @throws NotFoundResponse when there is no such site, or it is not served
     */
    public Guest of(Context context) {
        Site site = sites.byKey(context.pathParam("site"))
                .filter(known -> !known.disabled())
                .orElseThrow(NotFoundResponse::new);
        Visitor visitor = Optional.ofNullable(context.header(TOKEN))
                .flatMap(token -> visitors.ofPanel(site.id(), token))
                .orElseThrow(() -> Problem.of(401, "session_none").refused());
        if (bans.of(site.id(), visitor.id()).isPresent()
                || bans.ofAddress(site.id(), context.ip()).isPresent()) {
            throw Problem.of(403, "forbidden").refused();
        }
        return new Guest(site, visitor);
    }
}
