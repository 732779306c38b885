package chat.beseda.administration;

import chat.beseda.forms.Unknown;
import chat.beseda.operators.Permission;
import chat.beseda.outreach.Figures;
import chat.beseda.outreach.InvitationRule;
import chat.beseda.outreach.Outreach;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.showing.PlacePattern;
import chat.beseda.showing.Showing;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A site's rules: whom to invite, and where the button is. */
final class OutreachRoutes {
    private static final Duration COUNTED = Duration.ofDays(30);

    private final Sites sites;
    private final Outreach outreach;
    private final InstantSource clock;

    OutreachRoutes(Sites sites, Outreach outreach, InstantSource clock) {
        this.sites = sites;
        this.outreach = outreach;
        this.clock = clock;
    }

    record Rules(List<InvitationRule> rules) {}

    /** @param figures by the rule's id, of the last 30 days; {@code hand}: what operators sent themselves */
    record RulesView(List<InvitationRule> rules, Map<String, Figures> figures) {}

    /**
     * A visitor made up to try rules out, stored or not.
     *
     * @param at {@code 2026-11-20T12:00} in the site's time zone; null: now
     */
    record Attempt(
            Showing showing,
            String page,
            @Nullable PlacePattern place,
            @Nullable String at,
            String language,
            Boolean online) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        return List.of(
                Route.right(HandlerType.GET, "/api/sites/{id}/invitations", manage, this::invitations),
                Route.right(HandlerType.PUT, "/api/sites/{id}/invitations", manage, this::changeInvitations),
                Route.right(HandlerType.GET, "/api/sites/{id}/showing", manage, this::showing),
                Route.right(HandlerType.PUT, "/api/sites/{id}/showing", manage, this::changeShowing),
                Route.right(HandlerType.POST, "/api/sites/{id}/showing/try", manage, this::attempt));
    }

    private RulesView invitations(Call call) {
        Site site = site(call);
        return view(site, outreach.rules().invitations(site.id()));
    }

    private RulesView changeInvitations(Call call) {
        Site site = site(call);
        List<InvitationRule> rules = call.body(Rules.class).rules();
        return view(site, outreach.rules().changeInvitations(call.actor(), site, rules));
    }

    private RulesView view(Site site, List<InvitationRule> rules) {
        long from = clock.millis() - COUNTED.toMillis();
        return new RulesView(rules, outreach.inviter().figures(site, from));
    }

    private Showing showing(Call call) {
        return outreach.rules().showing(site(call).id());
    }

    private Showing changeShowing(Call call) {
        Site site = site(call);
        return outreach.rules().changeShowing(call.actor(), site, call.body(Showing.class));
    }

    private Showing.Verdict attempt(Call call) {
        Site site = site(call);
        Attempt said = call.body(Attempt.class);
        var asked = new Showing.Asked(
                said.page(), null, time(site, said.at()), site.timeZone(), said.language(), said.online());
        return outreach.rules().attempt(said.showing(), asked, said.place());
    }

    private long time(Site site, @Nullable String at) {
        if (at == null || at.isEmpty()) {
            return clock.millis();
        }
        try {
            return LocalDateTime.parse(at).atZone(site.timeZone()).toInstant().toEpochMilli();
        } catch (DateTimeException notATime) {
            var fields = new Fields();
            fields.add("at", "local_time", at, Map.of());
            fields.refuse();
            throw notATime;
        }
    }

    private Site site(Call call) {
        var id = new SiteId(call.id("site"));
        return Optional.of(id).flatMap(sites::byId).orElseThrow(() -> new Unknown("site", id));
    }
}
