package chat.beseda.help;

import chat.beseda.help.HelpDesk.Page;
import chat.beseda.knowledge.ArticleId;
import chat.beseda.knowledge.ArticleVersion;
import chat.beseda.knowledge.Found;
import chat.beseda.sites.Site;
import chat.beseda.web.PageTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** Writes the help pages. Whatever people said goes in as text nodes and attributes, so it stays text. */
final class HelpPaper {
    private static final int DESCRIPTION = 160;
    private static final String STYLE = style();

    /** What the policy of the pages lets apply; nothing else does. */
    static final String STYLE_HASH = "sha256-" + HelpPages.digest(STYLE.getBytes(StandardCharsets.UTF_8));

    private final PageTexts texts = new PageTexts(HelpPaper.class, "help");

    /**
     * Where a page stands.
     *
     * @param origin of the server, as readers reach it
     * @param languages in which the site has anything
     */
    record Place(Site site, String language, String origin, List<String> languages) {
        String path() {
            return path(language);
        }

        String path(String other) {
            return "/help/" + site.key() + "/" + other;
        }

        String path(ArticleId article) {
            return path() + "/" + article;
        }
    }

    /** All the folders, or one of them. */
    String home(Place place, String folder, List<Page> all) {
        String name = folder.isEmpty() ? text(place, "title") : last(folder);
        Document page = sheet(place, "%s — %s".formatted(name, place.site().name()));
        describe(page, text(place, "description", Map.of("site", place.site().name())));
        canonical(page, place, folder.isEmpty() ? place.path() : place.path() + folderQuery(folder));
        Element main = main(page, place, "");
        switches(page, place, place.languages(), "");
        if (!folder.isEmpty()) {
            crumbs(main, place, folder);
        }
        main.appendElement("h1").text(name);
        List<Page> shown = all.stream()
                .filter(each -> each.version().folder().equals(folder)
                        || each.version().folder().startsWith(folder.isEmpty() ? "" : folder + "/"))
                .toList();
        if (shown.isEmpty()) {
            main.appendElement("p").text(text(place, "none"));
        }
        String under = "\n";
        Element list = main;
        for (Page each : shown) {
            String its = each.version().folder();
            if (!its.equals(under)) {
                under = its;
                Element section = main.appendElement("section");
                if (!its.isEmpty() && !its.equals(folder)) {
                    section.appendElement("h2")
                            .appendElement("a")
                            .attr("href", place.path() + folderQuery(its))
                            .text(its.replace("/", " › "));
                }
                list = section.appendElement("ul").addClass("articles");
            }
            link(list, place, each.article().id(), each.version().title());
        }
        return page.outerHtml();
    }

    String found(Place place, String question, List<Found> found) {
        String title = text(place, "found", Map.of("words", question));
        Document page = sheet(place, "%s — %s".formatted(title, place.site().name()));
        page.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
        Element main = main(page, place, question);
        switches(page, place, place.languages(), "");
        crumbs(main, place, "");
        main.appendElement("h1").text(title);
        if (found.isEmpty()) {
            main.appendElement("p").text(text(place, "nothing"));
        }
        Element list = main.appendElement("ul").addClass("articles");
        for (Found each : found) {
            Element item = link(list, place, each.article().id(), each.version().title());
            item.appendElement("p").text(each.excerpt());
        }
        return page.outerHtml();
    }

    /** Instead of a page that is not there, or not any more. */
    String missing(Place place) {
        Document page = sheet(
                place, "%s — %s".formatted(text(place, "missing"), place.site().name()));
        page.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
        Element main = main(page, place, "");
        switches(page, place, place.languages(), "");
        main.appendElement("h1").text(text(place, "missing"));
        Element words = main.appendElement("p").text(text(place, "missing.hint") + " ");
        words.appendElement("a").attr("href", place.path()).text(text(place, "missing.home"));
        return page.outerHtml();
    }

    /** The same where there is not even a site. */
    String nowhere(String language) {
        String title = texts.of(language, "missing", Map.of());
        Document page = sheet(language, title);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(title);
        main.appendElement("p").text(texts.of(language, "missing.site", Map.of()));
        return page.outerHtml();
    }

    /** @param voted whether the reader has just said if it helped */
    String article(Place place, Page shown, List<String> languages, boolean voted) {
        ArticleVersion version = shown.version();
        ArticleId id = shown.article().id();
        Document page =
                sheet(place, "%s — %s".formatted(version.title(), place.site().name()));
        describe(page, shortened(version.document().plainText()));
        canonical(page, place, place.path(id));
        for (String language : languages) {
            page.head()
                    .appendElement("link")
                    .attr("rel", "alternate")
                    .attr("hreflang", language)
                    .attr("href", place.origin() + place.path(language) + "/" + id);
        }
        Element main = main(page, place, "");
        switches(page, place, languages, "/" + id);
        crumbs(main, place, version.folder());
        Element article = main.appendElement("article");
        article.appendElement("h1").text(version.title());
        ArticleHtml.write(article, version.document());
        vote(main, place, id, voted);
        return page.outerHtml();
    }

    private void vote(Element main, Place place, ArticleId id, boolean voted) {
        Element box = main.appendElement("form").addClass("vote");
        if (voted) {
            box.appendElement("p").attr("role", "status").text(text(place, "thanks"));
            return;
        }
        box.attr("method", "post").attr("action", place.path(id) + "/helpful");
        box.appendElement("p").attr("id", "vote").text(text(place, "helpful"));
        for (String answer : List.of("yes", "no")) {
            box.appendElement("button")
                    .attr("name", "helpful")
                    .attr("value", answer)
                    .attr("aria-describedby", "vote")
                    .text(text(place, answer));
        }
    }

    /** The head of the page and its foot; what is put into the result stands between them. */
    private Element main(Document page, Place place, String question) {
        Element header = page.body().appendElement("header");
        header.appendElement("a")
                .addClass("site")
                .attr("href", place.path())
                .text(place.site().name());
        Element search = header.appendElement("form").attr("role", "search").attr("action", place.path());
        search.appendElement("input")
                .attr("type", "search")
                .attr("name", "q")
                .attr("maxlength", "200")
                .attr("aria-label", text(place, "search"))
                .attr("placeholder", text(place, "search"))
                .attr("value", question);
        search.appendElement("button").text(text(place, "find"));
        Element main = page.body().appendElement("main");
        Element footer = page.body().appendElement("footer");
        footer.appendElement("p")
                .text(text(place, "unanswered") + " ")
                .appendElement("a")
                .addClass("ask")
                .attr("href", "/plain/" + place.site().key())
                .text(text(place, "ask"));
        return main;
    }

    private void switches(Document page, Place place, List<String> languages, String rest) {
        List<String> others = languages.stream()
                .filter(each -> !each.equals(place.language()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Element header = Objects.requireNonNull(page.selectFirst("header"), "every page has a header");
        Element nav = header.appendElement("nav").attr("aria-label", text(place, "languages"));
        for (String language : others) {
            nav.appendElement("a")
                    .attr("href", place.path(language) + rest)
                    .attr("hreflang", language)
                    .attr("lang", language)
                    .text(texts.of(language, "language", Map.of()));
        }
    }

    private void crumbs(Element main, Place place, String folder) {
        Element nav = main.appendElement("nav").addClass("crumbs").attr("aria-label", text(place, "path"));
        nav.appendElement("a").attr("href", place.path()).text(text(place, "title"));
        StringBuilder path = new StringBuilder();
        for (String name : folder.isEmpty() ? new String[0] : folder.split("/", -1)) {
            path.append(path.isEmpty() ? "" : "/").append(name);
            nav.appendText(" › ");
            nav.appendElement("a")
                    .attr("href", place.path() + folderQuery(path.toString()))
                    .text(name);
        }
    }

    private static Element link(Element list, Place place, ArticleId id, String title) {
        Element item = list.appendElement("li");
        item.appendElement("a").attr("href", place.path(id)).text(title);
        return item;
    }

    private static void describe(Document page, String text) {
        page.head().appendElement("meta").attr("name", "description").attr("content", text);
    }

    private static void canonical(Document page, Place place, String path) {
        page.head().appendElement("link").attr("rel", "canonical").attr("href", place.origin() + path);
    }

    private static String folderQuery(String folder) {
        return "?folder=" + URLEncoder.encode(folder, StandardCharsets.UTF_8);
    }

    private static String last(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= DESCRIPTION) {
            return line;
        }
        int space = line.lastIndexOf(' ', DESCRIPTION);
        int end = space > 0 ? space : line.offsetByCodePoints(0, line.codePointCount(0, DESCRIPTION));
        return line.substring(0, end) + "…";
    }

    private static Document sheet(Place place, String title) {
        return sheet(place.language(), title);
    }

    private static Document sheet(String language, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.child(0).attr("lang", language.toLowerCase(Locale.ROOT));
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.title(title);
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private String text(Place place, String name) {
        return text(place, name, Map.of());
    }

    private String text(Place place, String name, Map<String, String> params) {
        return texts.of(place.language(), name, params);
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(HelpPaper.class.getResourceAsStream("help.css"), "help.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
