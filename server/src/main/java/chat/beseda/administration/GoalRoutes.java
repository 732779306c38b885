package chat.beseda.administration;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.visits.GoalPage;
import chat.beseda.visits.GoalPages;
import io.javalin.http.HandlerType;
import java.util.List;

/** Which pages of a site are goals. */
final class GoalRoutes {
    private final Sites sites;
    private final GoalPages pages;

    GoalRoutes(Sites sites, GoalPages pages) {
        this.sites = sites;
        this.pages = pages;
    }

    record Goals(List<GoalPage> goals) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        String path = "/api/sites/{id}/goals";
        return List.of(
                Route.right(HandlerType.GET, path, manage, call -> new Goals(pages.of(site(call)))),
                Route.right(
                        HandlerType.PUT,
                        path,
                        manage,
                        call -> new Goals(pages.change(call.actor(), site(call), call.body(Goals.class).goals))));
    }

    private SiteId site(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id).map(Site::id).orElseThrow(() -> new Unknown("site", id));
    }
}
