package chat.beseda.administration;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.routing.RoutingDraft;
import chat.beseda.routing.RoutingRules;
import chat.beseda.routing.RoutingSettings;
import chat.beseda.routing.RoutingSettings.OfDepartment;
import chat.beseda.routing.RoutingSettings.OfSite;
import chat.beseda.routing.RoutingSettings.Scope;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How questions find operators: the rules of a site, and of a department that has its own. */
final class RoutingRoutes {
    private final RoutingSettings settings;
    private final Sites sites;
    private final Departments departments;

    RoutingRoutes(RoutingSettings settings, Sites sites, Departments departments) {
        this.settings = settings;
        this.sites = sites;
        this.departments = departments;
    }

    record Draft(
            String mode,
            String choice,
            int offerSeconds,
            int graceSeconds,
            int silenceMinutes,
            @Nullable String overflow,
            int overflowSeconds,
            @Nullable Integer answerSeconds,
            @Nullable String skill,
            int priority) {}

    /** @param own false when nothing was set here, and these are the rules of what is around */
    record RulesView(
            boolean own,
            String mode,
            String choice,
            long offerSeconds,
            long graceSeconds,
            long silenceMinutes,
            @Nullable String overflow,
            long overflowSeconds,
            long answerSeconds,
            String skill,
            int priority) {}

    List<Route> all() {
        Permission ofSites = Permission.MANAGE_SITES;
        Permission ofPeople = Permission.MANAGE_PEOPLE;
        String site = "/api/sites/{id}/routing";
        String department = "/api/departments/{id}/routing";
        return List.of(
                Route.right(HandlerType.GET, site, ofSites, call -> view(site(call))),
                Route.right(HandlerType.PUT, site, ofSites, call -> change(call, this::site)),
                Route.right(HandlerType.DELETE, site, ofSites, call -> reset(call, site(call))),
                Route.right(HandlerType.GET, department, ofPeople, call -> view(department(call))),
                Route.right(HandlerType.PUT, department, ofPeople, call -> change(call, this::department)),
                Route.right(HandlerType.DELETE, department, ofPeople, call -> reset(call, department(call))));
    }

    private Scope site(Call call) {
        var id = new SiteId(call.id("site"));
        return new OfSite(
                sites.byId(id).orElseThrow(() -> new Unknown("site", id)).id());
    }

    private Scope department(Call call) {
        var id = new DepartmentId(call.id("department"));
        return new OfDepartment(departments
                .byId(id)
                .orElseThrow(() -> new Unknown("department", id))
                .id());
    }

    private RulesView change(Call call, Function<Call, Scope> where) {
        Scope scope = where.apply(call);
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var draft = new RoutingDraft(
                fields.word("mode", said.mode, RoutingRules.Mode.class),
                fields.word("choice", said.choice, RoutingRules.Choice.class),
                said.offerSeconds,
                said.graceSeconds,
                said.silenceMinutes,
                overflow(fields, said.overflow),
                said.overflowSeconds,
                said.answerSeconds == null
                        ? (int) RoutingRules.standard().answer().toSeconds()
                        : said.answerSeconds,
                said.skill == null ? "" : said.skill,
                said.priority);
        fields.refuse();
        settings.change(call.actor(), scope, draft);
        return view(scope);
    }

    private static @Nullable DepartmentId overflow(Fields fields, @Nullable String said) {
        if (said == null || said.isEmpty()) {
            return null;
        }
        try {
            return new DepartmentId(Long.parseLong(said));
        } catch (NumberFormatException notAnId) {
            fields.add("overflow", "unknown", said, Map.of());
            return null;
        }
    }

    private RulesView reset(Call call, Scope scope) {
        settings.reset(call.actor(), scope);
        return view(scope);
    }

    private RulesView view(Scope scope) {
        RoutingRules rules = settings.own(scope).orElseGet(RoutingRules::standard);
        DepartmentId overflow = rules.overflow();
        return new RulesView(
                settings.own(scope).isPresent(),
                Fields.word(rules.mode()),
                Fields.word(rules.choice()),
                rules.offer().toSeconds(),
                rules.grace().toSeconds(),
                rules.silence().toMinutes(),
                overflow == null ? null : overflow.toString(),
                rules.overflowAfter().toSeconds(),
                rules.answer().toSeconds(),
                rules.skill(),
                rules.priority());
    }
}
