package chat.beseda.administration;

import chat.beseda.clients.ClientLink;
import chat.beseda.clients.Clients;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;

/** How a site introduces its signed-in clients, and the links to their cards. */
final class ClientRoutes {
    private final Sites sites;
    private final Clients clients;

    ClientRoutes(Sites sites, Clients clients) {
        this.sites = sites;
        this.clients = clients;
    }

    record Wanted(boolean signedOnly, List<ClientLink> links) {}

    /** @param example parameter to the value it is filled with */
    record Trial(ClientLink link, Map<String, String> example) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        return List.of(
                Route.right(
                        HandlerType.GET,
                        "/api/sites/{id}/clients",
                        manage,
                        call -> clients.settings(call.actor(), site(call))),
                Route.right(HandlerType.PUT, "/api/sites/{id}/clients", manage, this::change),
                Route.right(
                        HandlerType.POST,
                        "/api/sites/{id}/clients/secret",
                        manage,
                        call -> clients.anotherSecret(call.actor(), site(call))),
                Route.right(HandlerType.POST, "/api/sites/{id}/clients/try", manage, this::tried));
    }

    private Object change(Call call) {
        Wanted wanted = call.body(Wanted.class);
        return clients.change(call.actor(), site(call), wanted.signedOnly, wanted.links);
    }

    private Object tried(Call call) {
        site(call);
        Trial trial = call.body(Trial.class);
        return clients.tried(trial.link, trial.example);
    }

    private SiteId site(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id).map(Site::id).orElseThrow(() -> new Unknown("site", id));
    }
}
