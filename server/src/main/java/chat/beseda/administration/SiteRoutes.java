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
import chat.beseda.sites.SiteWording;
import chat.beseda.sites.SiteWords;
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

    record Span(
            String kind, @Nullable Integer hours, @Nullable Integer days) {}

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
            Boolean disabled,
            @Nullable Map<String, SiteWords> words) {}

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
            Map<String, SiteWords> words,
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
        Draft said = call.body(Draft.class);
        SiteWording.checked(said.words == null ? Map.of() : said.words);
        Site site = sites.create(call.actor(), draft(said));
        word(call, site.id(), said);
        call.status(201);
        return view(call, site);
    }

    private SiteView change(Call call) {
        var id = new SiteId(call.id("site"));
        Draft said = call.body(Draft.class);
        SiteWording.checked(said.words == null ? Map.of() : said.words);
        Site changed = sites.change(call.actor(), id, draft(said));
        word(call, id, said);
        return view(call, changed);
    }

    /** What is left out stays as it is. */
    private void word(Call call, SiteId site, Draft said) {
        if (said.words != null) {
            sites.wording().change(call.actor(), site, said.words);
        }
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
        Integer days = said.days;
        if (said.kind.equals("hours") && hours != null) {
            return new TodaySpan.Hours(hours);
        }
        if (said.kind.equals("days") && days != null) {
            return new TodaySpan.Days(days);
        }
        if (said.kind.equals("all")) {
            return new TodaySpan.Everything();
        }
        if (!said.kind.equals("day")) {
            fields.add("todaySpan.kind", "not_one_of", said.kind, Map.of("words", "day, days, hours, all"));
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
                sites.wording().of(site.id()),
                snippet(call, site));
    }

    /** The first line keeps what the page's script says before ours has come. */
    private String snippet(Call call, Site site) {
        return """
                <script>window.Beseda = window.Beseda || function () { (Beseda.q = Beseda.q || []).push(arguments) }</script>
                <script async src="%s/loader.js" data-site="%s"></script>""".formatted(ownOrigin.of(call.context()), site.key());
    }

    private static Map<String, Object> spanView(TodaySpan span) {
        return switch (span) {
            case TodaySpan.CalendarDay _ -> Map.of("kind", "day");
            case TodaySpan.Everything _ -> Map.of("kind", "all");
            case TodaySpan.Days(int days) -> Map.of("kind", "days", "days", days);
            case TodaySpan.Hours(int hours) -> Map.of("kind", "hours", "hours", hours);
        };
    }
}
