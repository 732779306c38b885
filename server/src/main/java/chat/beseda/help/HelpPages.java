package chat.beseda.help;

import chat.beseda.formatting.TextDocument;
import chat.beseda.help.HelpDesk.Page;
import chat.beseda.help.HelpPaper.Place;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.Found;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.security.RateLimits;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.time.Timers;
import chat.beseda.web.AddressLimit;
import chat.beseda.web.Json;
import chat.beseda.web.OwnOrigin;
import chat.beseda.web.Problem;
import chat.beseda.web.RequestLanguage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code /help/KEY/LANGUAGE}: folders, search and articles for visitors of a site. Thread-safe. */
public final class HelpPages {
    private static final int MOST_FOUND = 30;
    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_SUGGESTED = 3;
    private static final int VOTES_AN_HOUR = 30;
    /** Of one network, which may be an office full of readers; the window asks while one writes. */
    private static final int SEARCHES_A_MINUTE = 120;

    /** A page of help may be a minute old. */
    private static final String KEPT = "public, max-age=60";

    private static final String PATH = "/help/{site}/{language}";

    private static final String POLICY = "default-src 'none'; style-src '" + HelpPaper.STYLE_HASH
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Sites sites;
    private final HelpDesk desk;
    private final OwnOrigin own;
    private final HelpPaper paper = new HelpPaper();
    private final RateLimits votes;
    private final RateLimits votesOfOne;
    private final RateLimits searches;

    public HelpPages(Sites sites, Knowledge knowledge, OwnOrigin own, Timers timers, InstantSource clock) {
        this.sites = sites;
        this.desk = new HelpDesk(knowledge);
        this.own = own;
        this.votes = new RateLimits(VOTES_AN_HOUR, Duration.ofHours(1), VOTES_AN_HOUR / 3, clock);
        this.votesOfOne = new RateLimits(1, Duration.ofDays(1), 1, clock);
        this.searches = new RateLimits(SEARCHES_A_MINUTE, Duration.ofMinutes(1), SEARCHES_A_MINUTE / 2, clock);
        timers.every(Duration.ofMinutes(1), () -> {
            votes.forgetIdle();
            votesOfOne.forgetIdle();
            searches.forgetIdle();
        });
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/help/{site}", readable(this::inOwnLanguage));
        routes.get(PATH, readable(this::home));
        routes.get(PATH + "/articles.json", this::suggested);
        routes.get(PATH + "/{article}/article.json", this::whole);
        routes.get(PATH + "/{article}", readable(this::article));
        routes.post(PATH + "/{article}/helpful", this::vote);
    }

    /** What is not there is told to a person. */
    private Handler readable(Handler handler) {
        return context -> {
            try {
                handler.handle(context);
            } catch (NotFoundResponse missing) {
                context.header("Content-Security-Policy", POLICY);
                context.header("Cache-Control", "no-store");
                context.status(HttpStatus.NOT_FOUND);
                context.contentType("text/html; charset=utf-8");
                context.result(missing(context));
            }
        };
    }

    private String missing(Context context) {
        String said = context.pathParamMap().getOrDefault("language", "");
        String language = Site.LANGUAGES.contains(said) ? said : RequestLanguage.of(context);
        return sites.byKey(context.pathParam("site"))
                .filter(site -> !site.disabled())
                .map(site -> paper.missing(new Place(site, language, own.of(context), desk.languages(site))))
                .orElseGet(() -> paper.nowhere(language));
    }

    record Suggested(String id, String title) {}

    record Suggestions(List<Suggested> articles) {}

    record Whole(String title, TextDocument document) {}

    /** One who has helped readers of a network or not today is counted once. */
    private record Vote(String network, ArticleId article, String language) {}

    private void inOwnLanguage(Context context) {
        Site site = site(context);
        List<String> there = desk.languages(site);
        String wanted = site.locale().equals(Site.AUTO_LOCALE) ? RequestLanguage.of(context) : site.locale();
        String language = there.isEmpty() || there.contains(wanted) ? wanted : there.getFirst();
        context.header("Vary", "Accept-Language");
        context.header("Cache-Control", "no-cache");
        context.redirect("/help/" + site.key() + "/" + language, HttpStatus.FOUND);
    }

    private void home(Context context) {
        Place place = place(context);
        String question = asked(context, "q");
        String folder = asked(context, "folder");
        if (!question.isEmpty()) {
            answer(context, paper.found(place, question, find(context, place, question, MOST_FOUND)));
        } else {
            answer(context, paper.home(place, folder, desk.all(place.site(), place.language())));
        }
    }

    private List<Found> find(Context context, Place place, String words, int most) {
        searches.take(AddressLimit.network(context.ip())).ifPresent(wait -> {
            throw Problem.later(429, "search_rate", wait).refused();
        });
        return desk.find(place.site(), place.language(), words, most);
    }

    private void article(Context context) {
        Place place = place(context);
        Page page = page(context, place);
        List<String> languages = desk.languages(place.site(), page.article());
        boolean voted = context.queryParam("thanks") != null;
        answer(context, paper.article(place, page, languages, voted));
    }

    /** What the widget offers before a question is asked. */
    private void suggested(Context context) {
        Place place = place(context);
        String words = asked(context, "q");
        List<Suggested> articles = words.isEmpty()
                ? desk.popular(place.site(), place.language(), MOST_SUGGESTED).stream()
                        .map(page -> new Suggested(
                                page.article().id().toString(), page.version().title()))
                        .toList()
                : find(context, place, words, MOST_SUGGESTED).stream()
                        .map(found -> new Suggested(
                                found.article().id().toString(), found.version().title()))
                        .toList();
        json(context, new Suggestions(articles));
    }

    private void whole(Context context) {
        Place place = place(context);
        Page page = page(context, place);
        json(context, new Whole(page.version().title(), page.version().document()));
    }

    private static void json(Context context, Record document) {
        context.header("Cache-Control", KEPT);
        context.contentType("application/json");
        context.result(Json.bytes(document));
    }

    private void vote(Context context) {
        Place place = place(context);
        Page page = page(context, place);
        String origin = context.header("Origin");
        String answer = context.formParam("helpful");
        boolean ours = origin == null || origin.equals("null") || origin.equals(own.of(context));
        if (ours && answer != null && List.of("yes", "no").contains(answer)) {
            String network = AddressLimit.network(context.ip());
            boolean counts = votes.take(network).isEmpty()
                    && votesOfOne
                            .take(new Vote(network, page.article().id(), place.language()))
                            .isEmpty();
            if (counts) {
                desk.count(page, answer.equals("yes"));
            }
        }
        context.redirect(place.path(page.article().id()) + "?thanks=1", HttpStatus.SEE_OTHER);
    }

    private Place place(Context context) {
        Site site = site(context);
        String language = context.pathParam("language");
        if (!Site.LANGUAGES.contains(language)) {
            throw new NotFoundResponse();
        }
        return new Place(site, language, own.of(context), desk.languages(site));
    }

    private Site site(Context context) {
        return sites.byKey(context.pathParam("site"))
                .filter(site -> !site.disabled())
                .orElseThrow(NotFoundResponse::new);
    }

    private Page page(Context context, Place place) {
        return id(context.pathParam("article"))
                .flatMap(id -> desk.page(place.site(), place.language(), id))
                .orElseThrow(NotFoundResponse::new);
    }

    private static Optional<ArticleId> id(String text) {
        try {
            return Optional.of(new ArticleId(Long.parseLong(text)));
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    private static String asked(Context context, String name) {
        String said = Objects.requireNonNullElse(context.queryParam(name), "").strip();
        return said.substring(0, Math.min(said.length(), LONGEST_QUESTION));
    }

    private static void answer(Context context, String html) {
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        String tag = '"' + digest(page) + '"';
        context.header("Content-Security-Policy", POLICY);
        context.header("Cache-Control", KEPT);
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.contentType("text/html; charset=utf-8");
        context.result(page);
    }

    static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
