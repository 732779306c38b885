package chat.beseda.administration;

import chat.beseda.clients.AskedField;
import chat.beseda.clients.Questionnaires;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.util.List;

/** What visitors of a site are asked before a conversation begins. */
final class QuestionnaireRoutes {
    private final Sites sites;
    private final Questionnaires questionnaires;

    QuestionnaireRoutes(Sites sites, Questionnaires questionnaires) {
        this.sites = sites;
        this.questionnaires = questionnaires;
    }

    record Questionnaire(List<AskedField> fields) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        String path = "/api/sites/{id}/questionnaire";
        return List.of(
                Route.right(HandlerType.GET, path, manage, call -> new Questionnaire(questionnaires.of(site(call)))),
                Route.right(HandlerType.PUT, path, manage, this::change));
    }

    private Questionnaire change(Call call) {
        Questionnaire said = call.body(Questionnaire.class);
        return new Questionnaire(questionnaires.change(call.actor(), site(call), said.fields));
    }

    private SiteId site(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id).map(Site::id).orElseThrow(() -> new Unknown("site", id));
    }
}
