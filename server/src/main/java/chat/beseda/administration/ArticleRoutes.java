package chat.beseda.administration;

import chat.beseda.formatting.TextDocument;
import chat.beseda.forms.Unknown;
import chat.beseda.knowledge.Article;
import chat.beseda.knowledge.ArticleDraft;
import chat.beseda.knowledge.ArticleFilter;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.ArticlePlace;
import chat.beseda.knowledge.ArticleVersion;
import chat.beseda.knowledge.Audience;
import chat.beseda.knowledge.Found;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.operators.Access;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Permission;
import chat.beseda.operators.Role;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Articles: everybody reads and finds those of his sites, supervisors write them. */
final class ArticleRoutes {
    private static final int MOST_FOUND = 20;
    private static final String ARTICLE = "article";

    private final Knowledge knowledge;
    private final Sites sites;
    private final OwnOrigin own;

    ArticleRoutes(Knowledge knowledge, Sites sites, OwnOrigin own) {
        this.knowledge = knowledge;
        this.sites = sites;
        this.own = own;
    }

    record Place(String audience, List<String> sites) {}

    /** @param version the one it was made from; 0: none */
    record Text(String folder, String title, TextDocument document, Integer version, Boolean publish) {}

    record NewArticle(String audience, List<String> sites, String language, Text text) {}

    record Published(Boolean published) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_KNOWLEDGE;
        Permission answer = Permission.ANSWER;
        return List.of(
                Route.right(HandlerType.GET, "/api/knowledge", answer, this::find),
                Route.right(HandlerType.GET, "/api/articles", answer, this::list),
                Route.right(HandlerType.POST, "/api/articles", manage, this::create),
                Route.right(HandlerType.GET, "/api/articles/{id}", answer, this::article),
                Route.right(HandlerType.PUT, "/api/articles/{id}", manage, this::place),
                Route.right(HandlerType.DELETE, "/api/articles/{id}", manage, this::remove),
                Route.right(HandlerType.PUT, "/api/articles/{id}/{language}", manage, this::write),
                Route.right(HandlerType.DELETE, "/api/articles/{id}/{language}", manage, this::removeTranslation),
                Route.right(HandlerType.PUT, "/api/articles/{id}/{language}/published", manage, this::publish),
                Route.right(HandlerType.GET, "/api/articles/{id}/{language}/versions", manage, this::versions));
    }

    private List<ArticleViews.Found> find(Call call) {
        Optional<Site> site = call.query("site")
                .flatMap(id -> sites.byId(new SiteId(Call.id("site", id))))
                .filter(each -> Access.maySee(call.me(), each.id()));
        boolean drafts = call.query("drafts").isPresent() && Access.may(call.me(), Permission.MANAGE_KNOWLEDGE);
        ArticleFilter filter = (article, translation) -> maySee(call.me(), article)
                && (drafts || translation.published() != null)
                && site.map(each -> article.place().isOf(each.id())).orElse(true);
        String language = call.query("language").orElse(null);
        return knowledge.find(call.query("q").orElse(""), language, filter, MOST_FOUND).stream()
                .map(found -> ArticleViews.found(found, link(call, site.orElse(null), found)))
                .toList();
    }

    /** Where a visitor of the site reads it. */
    private @Nullable String link(Call call, @Nullable Site site, Found found) {
        if (site == null
                || site.disabled()
                || found.translation().published() == null
                || !found.article().place().isPublicOn(site.id())) {
            return null;
        }
        return "%s/help/%s/%s/%s"
                .formatted(
                        own.of(call.context()),
                        site.key(),
                        found.translation().language(),
                        found.article().id());
    }

    private List<ArticleViews.Row> list(Call call) {
        return knowledge.all().stream()
                .filter(article -> maySee(call.me(), article))
                .map(ArticleViews::row)
                .toList();
    }

    private ArticleViews.Whole article(Call call) {
        return whole(call, existing(call));
    }

    private ArticleViews.Whole create(Call call) {
        NewArticle wanted = call.body(NewArticle.class);
        ArticlePlace place = place(call.me(), wanted.audience(), wanted.sites());
        Article article = knowledge.create(
                call.actor(),
                place,
                wanted.language(),
                draft(wanted.text()),
                wanted.text().publish());
        call.status(201);
        return whole(call, article);
    }

    private ArticleViews.Whole place(Call call) {
        Place wanted = call.body(Place.class);
        ArticlePlace place = place(call.me(), wanted.audience(), wanted.sites());
        return whole(call, knowledge.place(call.actor(), mine(call).id(), place));
    }

    private @Nullable Object remove(Call call) {
        knowledge.remove(call.actor(), mine(call).id());
        return null;
    }

    private ArticleViews.Whole write(Call call) {
        Text text = call.body(Text.class);
        return whole(
                call,
                knowledge.write(
                        call.actor(),
                        mine(call).id(),
                        call.path("language"),
                        text.version(),
                        draft(text),
                        text.publish()));
    }

    private ArticleViews.Whole removeTranslation(Call call) {
        return whole(call, knowledge.removeTranslation(call.actor(), mine(call).id(), call.path("language")));
    }

    private ArticleViews.Whole publish(Call call) {
        boolean published = call.body(Published.class).published();
        return whole(call, knowledge.publish(call.actor(), mine(call).id(), call.path("language"), published));
    }

    private List<ArticleViews.Version> versions(Call call) {
        List<ArticleVersion> versions = knowledge.versions(existing(call).id(), call.path("language"));
        return versions.stream().map(ArticleViews::version).toList();
    }

    private Article existing(Call call) {
        var id = new ArticleId(call.id(ARTICLE));
        return knowledge
                .byId(id)
                .filter(article -> maySee(call.me(), article))
                .orElseThrow(() -> new Unknown(ARTICLE, id));
    }

    /** The same for a change: it is seen on each of its sites, so whoever changes it serves all of them. */
    private Article mine(Call call) {
        Article article = existing(call);
        if (!mayChange(call.me(), article)) {
            throw Problem.of(403, "forbidden").refused();
        }
        return article;
    }

    private static ArticleViews.Whole whole(Call call, Article article) {
        boolean writes = Access.may(call.me(), Permission.MANAGE_KNOWLEDGE);
        return ArticleViews.whole(article, writes && mayChange(call.me(), article));
    }

    private static boolean mayChange(Operator operator, Article article) {
        Set<SiteId> its = article.place().sites();
        return its.isEmpty() ? servesAll(operator) : its.stream().allMatch(site -> Access.maySee(operator, site));
    }

    private static boolean servesAll(Operator operator) {
        return operator.role() == Role.ADMINISTRATOR || operator.sites().isEmpty();
    }

    private static boolean maySee(Operator operator, Article article) {
        Set<SiteId> its = article.place().sites();
        return its.isEmpty() || its.stream().anyMatch(site -> Access.maySee(operator, site));
    }

    /** Somebody of some sites puts articles on these only; all sites are all of his to him. */
    private static ArticlePlace place(Operator me, String audience, List<String> sites) {
        var fields = new Fields();
        Audience readers = fields.word("audience", audience, Audience.class);
        Set<SiteId> its = fields.sites("sites", sites);
        its.stream()
                .filter(site -> !Access.maySee(me, site))
                .forEach(site -> fields.add("sites", "unknown", site.toString(), Map.of()));
        fields.refuse();
        return new ArticlePlace(readers, its.isEmpty() && !servesAll(me) ? me.sites() : its);
    }

    private static ArticleDraft draft(Text text) {
        return new ArticleDraft(text.folder(), text.title(), text.document());
    }
}
