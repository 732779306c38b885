package chat.beseda.administration;

import chat.beseda.forms.Unknown;
import chat.beseda.geo.Atlas;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.visitors.SiteCustoms;
import chat.beseda.visitors.VisitorSettings;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a site does about its visitors besides answering them. */
final class CustomsRoutes {
    private final Sites sites;
    private final SiteCustoms customs;
    private final Atlas atlas;

    CustomsRoutes(Sites sites, SiteCustoms customs, Atlas atlas) {
        this.sites = sites;
        this.customs = customs;
        this.atlas = atlas;
    }

    /**
     * What is known about places.
     *
     * @param cities whether there is a database of cities
     * @param path where it is looked for; null to whoever can't change that
     */
    record PlacesView(boolean cities, @Nullable String path) {}

    /** What is left out stays as it is. */
    record Draft(
            Boolean previews,
            Boolean asksPlace,
            @Nullable Boolean suggests,
            VisitorSettings.@Nullable RatingScale rating,
            @Nullable Boolean files,
            @Nullable Integer fileMegabytes,
            @Nullable List<String> fileKinds,
            @Nullable Boolean pushes) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/places", this::places),
                Route.right(
                        HandlerType.GET,
                        "/api/sites/{id}/visitors",
                        manage,
                        call -> customs.of(site(call).id())),
                Route.right(HandlerType.PUT, "/api/sites/{id}/visitors", manage, this::change));
    }

    private VisitorSettings change(Call call) {
        Draft said = call.body(Draft.class);
        Site site = site(call);
        VisitorSettings now = customs.of(site.id());
        var wanted = new VisitorSettings(
                said.previews,
                said.asksPlace,
                said.suggests == null ? now.suggests() : said.suggests,
                said.rating == null ? now.rating() : said.rating,
                said.files == null ? now.files() : said.files,
                said.fileMegabytes == null ? now.fileMegabytes() : said.fileMegabytes,
                said.fileKinds == null ? now.fileKinds() : said.fileKinds,
                said.pushes == null ? now.pushes() : said.pushes);
        return customs.change(call.actor(), site.id(), wanted);
    }

    private PlacesView places(Call call) {
        boolean may = Access.may(call.me(), Permission.MANAGE_SETTINGS);
        return new PlacesView(atlas.knowsCities(), may ? atlas.path().toString() : null);
    }

    private Site site(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id).orElseThrow(() -> new Unknown("site", id));
    }
}
