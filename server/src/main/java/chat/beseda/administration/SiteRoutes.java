package chat.beseda.administration;

import chat.beseda.conversations.Conversations;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.Access;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.Corner;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.sites.TodaySpan;
import chat.beseda.web.OwnOrigin;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sites: everybody sees their own, administrators change them. */
final class SiteRoutes {
    private final Sites sites;
    private final OwnOrigin ownOrigin;
    private final Conversations conversations;

    SiteRoutes(Sites sites, OwnOrigin ownOrigin, Conversations conversations) {
        this.sites = sites;
        this.ownOrigin = ownOrigin;
        this.conversations = conversations;
    }

    record Span(String kind, @Nullable Integer hours) {}

    record Draft(
            String name,
            List<String> origins,
            String timeZone,
            String locale,
            String accent,
            String corner,
            Map<String, String> greeting,
            Boolean sound,
            Boolean opens,
            Span todaySpan,
            @Nullable String consentText,
            Boolean disabled) {}

    record SiteView(
            String id,
            String key,
            String name,
            List<String> origins,
            String timeZone,
            String locale,
            String accent,
            String corner,
            Map<String, String> greeting,
            boolean sound,
            boolean opens,
            Map<String, Object> todaySpan,
            @Nullable String consentText,
            boolean disabled,
            String snippet) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SITES;
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/sites", this::list),
                Route.signedIn(HandlerType.GET, "/api/sites/{id}", this::one),
                Route.right(HandlerType.POST, "/api/sites", manage, this::create),
                Route.right(HandlerType.PUT, "/api/sites/{id}", manage, this::change),
                Route.right(HandlerType.DELETE, "/api/sites/{id}", manage, this::remove));
    }

    private List<SiteView> list(Call call) {
        return sites.all().stream()
                .filter(site -> Access.maySee(call.me(), site.id()))
                .map(site -> view(call, site))
                .toList();
    }

    private SiteView one(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.byId(id)
                .filter(site -> Access.maySee(call.me(), site.id()))
                .map(site -> view(call, site))
                .orElseThrow(() -> new Unknown("site", id));
    }

    private SiteView create(Call call) {
        Site site = sites.create(call.actor(), draft(call.body(Draft.class)));
        call.status(201);
        return view(call, site);
    }

    private SiteView change(Call call) {
        var id = new SiteId(call.id("site"));
        return view(call, sites.change(call.actor(), id, draft(call.body(Draft.class))));
    }

    /** Answers with the disabled site when it has a history, and with nothing when it is gone. */
    private @Nullable Object remove(Call call) {
        var id = new SiteId(call.id("site"));
        return sites.remove(call.actor(), id, conversations.anyOf(id))
                .map(site -> view(call, site))
                .orElse(null);
    }

    private static SiteDraft draft(Draft said) {
        var fields = new Fields();
        Corner corner = fields.word("corner", said.corner, Corner.class);
        TodaySpan span = span(fields, said.todaySpan);
        fields.refuse();
        return new SiteDraft(
                said.name,
                said.origins,
                said.timeZone,
                said.locale,
                said.accent,
                corner,
                said.greeting,
                said.sound,
                said.opens,
                span,
                said.consentText,
                said.disabled);
    }

    private static TodaySpan span(Fields fields, Span said) {
        Integer hours = said.hours;
        if (said.kind.equals("hours") && hours != null) {
            return new TodaySpan.Hours(hours);
        }
        if (!said.kind.equals("day")) {
            fields.add("todaySpan.kind", "not_one_of", said.kind, Map.of("words", "day, hours"));
        }
        return new TodaySpan.CalendarDay();
    }

    private SiteView view(Call call, Site site) {
        return new SiteView(
                site.id().toString(),
                site.key(),
                site.name(),
                site.origins(),
                site.timeZone().getId(),
                site.locale(),
                site.accent(),
                Fields.word(site.corner()),
                site.greeting(),
                site.sound(),
                site.opens(),
                spanView(site.todaySpan()),
                site.consentText(),
                site.disabled(),
                "<script async src=\"%s/loader.js\" data-site=\"%s\"></script>"
                        .formatted(ownOrigin.of(call.context()), site.key()));
    }

    private static Map<String, Object> spanView(TodaySpan span) {
        return switch (span) {
            case TodaySpan.CalendarDay day -> Map.of("kind", "day");
            case TodaySpan.Hours(int hours) -> Map.of("kind", "hours", "hours", hours);
        };
    }
}
