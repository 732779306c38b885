package chat.beseda.help;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import chat.beseda.knowledge.Article;
import chat.beseda.knowledge.ArticleDraft;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.ArticlePlace;
import chat.beseda.knowledge.Audience;
import chat.beseda.knowledge.Knowledge;
import chat.beseda.knowledge.Translation;
import chat.beseda.people.People;
import chat.beseda.rest.ConsoleProblems;
import chat.beseda.security.Passwords;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.ManualTimers;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import chat.beseda.web.OwnOrigin;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What visitors read of the knowledge base (U-kb). */
class HelpPagesTest {
    private static final ArticlePlace EVERYWHERE = new ArticlePlace(Audience.PUBLIC, Set.of());

    private final TestClock clock = new TestClock();
    private final TestDatabase opened = TestEngine.SQLITE.open();
    private final RecordingBus bus = new RecordingBus();
    private final IdSource ids = new IdSource(clock);
    private final People people =
            People.of(opened.database(), bus, ids, clock, new Passwords(64), Path.of("no-photos"));
    private final Knowledge knowledge =
            new Knowledge(opened.database(), bus, ids, people.audit(), people.sites(), clock);
    private final HttpClient browser = HttpClient.newHttpClient();
    private Site shop;
    private Site other;
    private Javalin server;

    @BeforeEach
    void start() {
        shop = site("Shop");
        other = site("Other");
        var own = new OwnOrigin(null);
        var pages = new HelpPages(people.sites(), knowledge, own, new ManualTimers(clock), clock);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    ConsoleProblems.table().addTo(config.routes);
                    pages.addTo(config.routes);
                })
                .start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
        browser.close();
        opened.close();
    }

    private Site site(String name) {
        var draft = SiteDraft.standard(name, List.of("https://shop.example"), "Europe/Moscow", "auto");
        return people.sites().create(Actor.program(), draft);
    }

    private Article article(ArticlePlace place, String folder, String title, String text) {
        var words = new TextBlock.Paragraph(List.of(new TextRun(text, List.of())));
        var draft = new ArticleDraft(folder, title, new TextDocument(List.of(words)));
        return knowledge.create(Actor.program(), place, "ru", draft, true);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:%d/help/%s".formatted(server.port(), path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private String home() throws IOException, InterruptedException {
        return get(shop.key() + "/ru").body();
    }

    private HttpResponse<String> vote(ArticleId id, String answer, String origin)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:%d/help/%s/ru/%s/helpful".formatted(server.port(), shop.key(), id));
        HttpRequest said = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(BodyPublishers.ofString("helpful=" + answer))
                .build();
        return browser.send(said, BodyHandlers.ofString());
    }

    @Test
    void onlyWhatIsPublishedForVisitorsOfTheSiteIsThere() throws Exception {
        Article open = article(EVERYWHERE, "Доставка", "Открытая", "Текст");
        Article secret = article(new ArticlePlace(Audience.INTERNAL, Set.of()), "", "Внутренняя", "Тайна");
        Article foreign = article(new ArticlePlace(Audience.PUBLIC, Set.of(other.id())), "", "Чужая", "Не здесь");
        Article gone = article(EVERYWHERE, "", "Снятая", "Была");
        knowledge.publish(Actor.program(), gone.id(), "ru", false);
        assertThat(home()).contains("Открытая", "Доставка").doesNotContain("Внутренняя", "Чужая", "Снятая");
        assertThat(get(shop.key() + "/ru?q=" + URLEncoder.encode("тайна текст здесь была", StandardCharsets.UTF_8))
                        .body())
                .contains("Открытая")
                .doesNotContain("Внутренняя", "Чужая", "Снятая");
        assertThat(get(shop.key() + "/ru/" + open.id()).statusCode()).isEqualTo(200);
        for (Article hidden : List.of(secret, foreign, gone)) {
            assertThat(get(shop.key() + "/ru/" + hidden.id()).statusCode()).isEqualTo(404);
        }
        for (String nowhere :
                List.of(shop.key() + "/de", shop.key() + "/ru/x", "nokey/ru", shop.key() + "/en/" + open.id())) {
            assertThat(get(nowhere).statusCode()).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void whatIsNotThereIsToldToAPerson() throws Exception {
        HttpResponse<String> article = get(shop.key() + "/ru/404");
        assertThat(article.statusCode()).isEqualTo(404);
        assertThat(article.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        Document page = Jsoup.parse(article.body());
        assertThat(page.select("h1").text()).isEqualTo("Такой страницы нет");
        assertThat(page.select("main a").attr("href")).isEqualTo("/help/" + shop.key() + "/ru");
        assertThat(page.select("form[role=search]")).hasSize(1);
        HttpResponse<String> site = get("%3Cb%3Enowhere/uk");
        assertThat(site.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(site.body()).select("h1").text()).isEqualTo("Такої сторінки немає");
        assertThat(site.body()).doesNotContain("<b>");
        assertThat(get(shop.key() + "/ru/404/article.json").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void thePageSaysWhatItIsAndInWhichLanguages() throws Exception {
        Article article = article(EVERYWHERE, "Доставка/Сроки", "Когда привезут", "Завтра после обеда");
        var english = new ArticleDraft(
                "",
                "When",
                new TextDocument(List.of(new TextBlock.Paragraph(List.of(new TextRun("Soon", List.of()))))));
        knowledge.write(Actor.program(), article.id(), "en", 0, english, true);
        HttpResponse<String> page = get(shop.key() + "/ru/" + article.id());
        String base = "http://localhost:%d/help/%s".formatted(server.port(), shop.key());
        assertThat(page.body())
                .startsWith("<!doctype html><html lang=\"ru\">")
                .contains("<title>Когда привезут — Shop</title>")
                .contains("<meta name=\"description\" content=\"Завтра после обеда\">")
                .contains("rel=\"canonical\" href=\"%s/ru/%s\"".formatted(base, article.id()))
                .contains("hreflang=\"en\" href=\"%s/en/%s\"".formatted(base, article.id()))
                .contains("href=\"/plain/" + shop.key() + "\"")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
        String tag = page.headers().firstValue("ETag").orElseThrow();
        assertThat(get(shop.key() + "/ru/" + article.id(), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        HttpResponse<String> own = get(shop.key(), "Accept-Language", "uk, en;q=0.5");
        assertThat(own.statusCode()).isEqualTo(302);
        assertThat(own.headers().firstValue("Location").orElseThrow()).endsWith("/ru");
        assertThat(get(shop.key(), "Accept-Language", "en")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/en");
    }

    @Test
    void whatPeopleWroteStaysText() throws Exception {
        String evil = "\"><script>alert(1)</script>&lt;b&gt;";
        Article article = article(EVERYWHERE, evil.replace("/", "") + "/ б", evil, evil);
        String query = URLEncoder.encode(evil + " {site}", StandardCharsets.UTF_8);
        String folder = URLEncoder.encode(evil, StandardCharsets.UTF_8);
        for (String path : List.of("", "?q=" + query, "?folder=" + folder, "/" + article.id())) {
            HttpResponse<String> page = get(shop.key() + "/ru" + path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).doesNotContain("<script").doesNotContain("\"><s");
        }
    }

    @Test
    void formattingBecomesElements() throws Exception {
        var big = List.<TextMark>of(new TextMark.Size(TextSize.LARGE));
        var link = List.<TextMark>of(new TextMark.Bold(), new TextMark.Link("https://shop.example/?a=1&b=2"));
        var document = new TextDocument(List.of(
                new TextBlock.Paragraph(List.of(new TextRun("Заголовок", big))),
                new TextBlock.Item(TextList.NUMBER, 0, List.of(new TextRun("раз", List.of()))),
                new TextBlock.Item(TextList.BULLET, 1, List.of(new TextRun("внутри", List.of()))),
                new TextBlock.Item(TextList.NUMBER, 0, List.of(new TextRun("два\nстроки", List.of()))),
                new TextBlock.Paragraph(List.of(new TextRun("сайт", link)))));
        Article article =
                knowledge.create(Actor.program(), EVERYWHERE, "ru", new ArticleDraft("", "Т", document), true);
        assertThat(get(shop.key() + "/ru/" + article.id()).body())
                .contains(
                        "<h3><span data-size=\"large\">Заголовок</span></h3>"
                                + "<ol><li>раз<ul><li>внутри</li></ul></li><li>два<br>строки</li></ol>"
                                + "<p><strong><a href=\"https://shop.example/?a=1&amp;b=2\" rel=\"noopener\">сайт</a></strong></p>");
    }

    @Test
    void aReaderSaysOnceADayWhetherItHelped() throws Exception {
        Article article = article(EVERYWHERE, "", "Когда", "Завтра");
        String own = "http://localhost:" + server.port();
        assertThat(vote(article.id(), "yes", own)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?thanks=1");
        vote(article.id(), "no", own);
        vote(article.id(), "perhaps", own);
        vote(article.id(), "yes", "https://evil.example");
        Translation counted = knowledge.all().getFirst().in("ru").orElseThrow();
        assertThat(counted)
                .extracting(Translation::helpful, Translation::unhelpful)
                .containsExactly(1L, 0L);
        assertThat(get(shop.key() + "/ru/" + article.id() + "?thanks=1").body()).contains("Спасибо");
    }

    @Test
    void searchesOfOneNetworkAreSlowedDownAndReadingIsNot() throws Exception {
        Article open = article(EVERYWHERE, "", "Открытая", "Текст");
        HttpResponse<String> answer = get(shop.key() + "/ru?q=a");
        for (int i = 0; i < 60 && answer.statusCode() == 200; i++) {
            answer = get(shop.key() + "/ru/articles.json?q=a");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(get(shop.key() + "/ru/" + open.id()).statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(get(shop.key() + "/ru?q=a").statusCode()).isEqualTo(200);
    }
}
