package chat.beseda.administration;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.routing.Reception;
import chat.beseda.routing.Receptions;
import chat.beseda.sites.PagePattern;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Which department a site's questions are for. */
final class ReceptionRoutes {
    private final Receptions receptions;
    private final Sites sites;

    ReceptionRoutes(Receptions receptions, Sites sites) {
        this.receptions = receptions;
        this.sites = sites;
    }

    record OfPages(String pattern, String department) {}

    record View(boolean asks, List<OfPages> pages) {}

    List<Route> all() {
        String path = "/api/sites/{id}/reception";
        return List.of(
                Route.right(HandlerType.GET, path, Permission.MANAGE_SITES, call -> view(receptions.of(site(call)))),
                Route.right(HandlerType.PUT, path, Permission.MANAGE_SITES, this::change));
    }

    private View change(Call call) {
        SiteId site = site(call);
        View said = call.body(View.class);
        var fields = new Fields();
        var pages = new ArrayList<Reception.OfPages>();
        for (int i = 0; i < said.pages.size(); i++) {
            var pattern = new PagePattern(said.pages.get(i).pattern.strip());
            fields.departments("pages[" + i + "].department", List.of(said.pages.get(i).department))
                    .forEach(department -> pages.add(new Reception.OfPages(pattern, department)));
        }
        fields.refuse();
        return view(receptions.change(call.actor(), site, new Reception(said.asks, pages)));
    }

    private SiteId site(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id).orElseThrow(() -> new Unknown("site", id)).id();
    }

    private static View view(Reception reception) {
        return new View(
                reception.asks(),
                reception.pages().stream()
                        .map(each -> new OfPages(
                                each.pattern().text(), each.department().toString()))
                        .toList());
    }
}
