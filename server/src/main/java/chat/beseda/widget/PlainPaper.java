package chat.beseda.widget;

import chat.beseda.clients.AskedField;
import chat.beseda.clients.Questions;
import chat.beseda.conversations.Conversation;
import chat.beseda.events.Side;
import chat.beseda.ratings.Rating;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteWords;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import chat.beseda.web.LinkedText;
import chat.beseda.web.PageTexts;
import chat.beseda.widget.PlainLog.Piece;
import chat.beseda.widget.PlainPages.PlainDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the page without scripts. Whatever people said goes in as text nodes, so it stays text. */
final class PlainPaper {
    private static final int REFRESH_SECONDS = 10;
    /** The log is laid out from its end, so that the newest is in sight after each refresh, without a script that scrolls. */
    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.45 system-ui,sans-serif}body{max-width:40rem;margin:0 auto;padding:1rem}
            h1{font-size:1.25rem}iframe{width:100%;height:50vh;border:1px solid #8888;border-radius:8px}
            form p{margin:.5rem 0 .25rem}textarea,select,input[type=text],input[type=email]{box-sizing:border-box;width:100%;padding:.5rem;font:inherit}
            button{margin:.25rem 0;padding:.5rem 1rem;font:inherit}ol{margin:0;padding:0;list-style:none}li{margin:.5rem 0}
            li p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.who{font-weight:600}.day{text-align:center}.note,time{opacity:.75;font-size:.875rem}
            blockquote{margin:.125rem 0;padding-left:.5rem;border-left:3px solid #8888;font-size:.875rem}blockquote a{color:inherit}
            .log{display:flex;flex-direction:column-reverse;box-sizing:border-box;height:100vh;overflow:auto}
            .error{padding:.5rem .75rem;border-left:4px solid #c4262e;background:#c4262e1a}""";

    /** What the policy of the page lets apply; nothing else does. */
    static final String STYLE_HASH = "sha256-" + digest(STYLE);

    private final VisitorHouse house;
    private final PageTexts texts = new PageTexts(PlainPaper.class, "plain");

    PlainPaper(VisitorHouse house) {
        this.house = house;
    }

    /**
     * What stands in the form.
     *
     * @param questions what is still to be asked
     * @param name of what is sent next
     * @param error code of what is wrong with what was sent; null when nothing is
     */
    record Form(
            PlainDraft draft,
            Questions questions,
            String name,
            @Nullable String error,
            Map<String, String> params,
            PlainPages.Wish wish) {
        boolean asksAddress() {
            return questions.fields().stream()
                    .anyMatch(field -> field.kind() == AskedField.Kind.EMAIL || field.kind() == AskedField.Kind.PHONE);
        }
    }

    String page(Site site, @Nullable Visitor visitor, String language, Form form) {
        Document page = sheet(language, text(language, "title", Map.of("site", site.name())));
        Element body = page.body();
        SiteWords words = house.sites().wording().of(site.id(), language);
        body.appendElement("h1").text(words.title().isEmpty() ? site.name() : words.title());
        String greeting = site.greeting().getOrDefault(language, "");
        body.appendElement("p").text(greeting.isBlank() ? text(language, "lead") : greeting);
        if (visitor != null) {
            String log = "/plain/" + site.key() + "/log";
            Element frame = body.appendElement("iframe")
                    .attr("src", log)
                    .attr("title", text(language, "title", Map.of("site", site.name())));
            // What browsers of text show, which know no frames; to others it is no part of the page.
            said(frame, site, PlainLog.of(house, site, visitor, null), language, true);
            body.appendElement("p")
                    .addClass("note")
                    .text(text(language, "refreshes") + " ")
                    .appendElement("a")
                    .attr("href", log)
                    .text(text(language, "refresh"));
        } else if (house.delivery().faces().onLine(site.id(), language).isEmpty()) {
            body.appendElement("p").text(words.nobody().isEmpty() ? text(language, "nobody") : words.nobody());
        }
        form(body, site, visitor, language, form);
        if (visitor != null) {
            ending(body, site, visitor, language);
            transcript(body, site, visitor, language, form.wish());
        }
        return page.outerHtml();
    }

    private void form(Element body, Site site, @Nullable Visitor visitor, String language, Form form) {
        Element fields = body.appendElement("form").attr("method", "post").attr("action", "/plain/" + site.key());
        if (form.error() != null) {
            fields.appendElement("p")
                    .addClass("error")
                    .attr("role", "alert")
                    .text(text(language, "error." + form.error(), form.params()));
        }
        fields.appendElement("input").attr("type", "hidden").attr("name", "cid").attr("value", form.name());
        labelled(fields, "textarea", "text", text(language, "message"))
                .attr("rows", "4")
                .attr("cols", "60")
                .attr("required", true)
                .text(form.draft().text());
        new PlainQuestions(texts, language)
                .write(fields, form.questions(), form.draft().answers(), form.params());
        boolean reachable = visitor != null && (visitor.email() != null || visitor.phone() != null);
        if (!reachable && !form.asksAddress()) {
            String label = "%s (%s)".formatted(text(language, "email"), text(language, "optional"));
            labelled(fields, "input", "address", label)
                    .attr("type", "text")
                    .attr("maxlength", "254")
                    .attr("value", form.draft().address());
        }
        String consent = form.questions().consent();
        if (consent != null) {
            Element terms = fields.appendElement("p");
            LinkedText.append(terms, consent + " ");
            Element label = terms.appendElement("label");
            label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("name", "consent")
                    .attr("required", true);
            label.appendText(" " + text(language, "consent"));
        }
        fields.appendElement("p").appendElement("button").text(text(language, "send"));
    }

    /** The visitor may end what is open, and say how he was helped when it is over. */
    private void ending(Element body, Site site, Visitor visitor, String language) {
        List<Conversation> today = house.today(visitor.id(), site, "");
        if (today.isEmpty()) {
            return;
        }
        if (today.getLast() instanceof Conversation.Closed over) {
            if (asksRating(house, site, over)) {
                rating(body, site, over, language);
            }
            return;
        }
        body.appendElement("form")
                .attr("method", "post")
                .attr("action", "/plain/" + site.key() + "/end")
                .appendElement("button")
                .text(text(language, "end"));
    }

    static boolean asksRating(VisitorHouse house, Site site, Conversation.Closed over) {
        return over.owner() != null && house.customs().of(site.id()).rating() != RatingScale.OFF;
    }

    private void rating(Element body, Site site, Conversation.Closed over, String language) {
        Rating kept = house.ratings().of(over.id()).orElse(null);
        Element form = body.appendElement("form")
                .attr("id", "rating")
                .attr("method", "post")
                .attr("action", "/plain/" + site.key() + "/rate");
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", "conversation")
                .attr("value", over.facts().key());
        Element choice = form.appendElement("fieldset");
        choice.appendElement("legend").text(text(language, kept == null ? "rating" : "rated"));
        boolean thumbs = house.customs().of(site.id()).rating() == RatingScale.THUMBS;
        for (int score : thumbs ? new int[] {5, 1} : new int[] {5, 4, 3, 2, 1}) {
            Element label = choice.appendElement("p").appendElement("label");
            label.appendElement("input")
                    .attr("type", "radio")
                    .attr("name", "score")
                    .attr("value", Integer.toString(score))
                    .attr("required", true)
                    .attr("checked", kept != null && kept.score() == score);
            label.appendText(" " + text(language, (thumbs ? "thumb." : "stars.") + score));
        }
        labelled(form, "textarea", "comment", text(language, "rating.comment"))
                .attr("rows", "2")
                .attr("maxlength", "1000")
                .text(kept == null ? "" : kept.comment());
        form.appendElement("p").appendElement("button").text(text(language, "rate"));
    }

    /** He may want his newest conversation by e-mail. */
    private void transcript(Element body, Site site, Visitor visitor, String language, PlainPages.Wish wish) {
        List<Conversation> today = house.today(visitor.id(), site, "");
        if (today.isEmpty()) {
            return;
        }
        Element form = body.appendElement("form")
                .attr("id", "transcript")
                .attr("method", "post")
                .attr("action", "/plain/" + site.key() + "/transcript");
        form.appendElement("input")
                .attr("type", "hidden")
                .attr("name", "conversation")
                .attr("value", today.getLast().facts().key());
        if (wish.outcome() != null) {
            boolean kept = "kept".equals(wish.outcome());
            form.appendElement("p")
                    .addClass(kept ? "note" : "error")
                    .attr("role", kept ? "status" : "alert")
                    .text(text(language, "transcript." + wish.outcome(), Map.of("value", wish.email())));
        }
        labelled(form, "input", "email", text(language, "transcript"))
                .attr("type", "email")
                .attr("maxlength", "254")
                .attr("autocomplete", "email")
                .attr("required", true)
                .attr("value", wish.email());
        form.appendElement("p").appendElement("button").text(text(language, "transcript.ask"));
    }

    private static Element labelled(Element form, String kind, String name, String label) {
        form.appendElement("p").appendElement("label").attr("for", name).text(label);
        return form.appendElement("p").appendElement(kind).attr("id", name).attr("name", name);
    }

    /**
     * What was said, a page of it; shown is seen.
     *
     * @param before where the page ends; null: with the newest, and it is drawn again every few seconds
     */
    String log(Site site, @Nullable Visitor visitor, String language, PlainLog.@Nullable Place before) {
        Document page = sheet(language, text(language, "title", Map.of("site", site.name())));
        if (before == null) {
            page.head()
                    .appendElement("meta")
                    .attr("http-equiv", "refresh")
                    .attr("content", Integer.toString(REFRESH_SECONDS));
        }
        Element main = page.body().addClass("log").appendElement("main");
        said(main, site, PlainLog.of(house, site, visitor, before), language, before == null);
        Element ways = main.appendElement("p").addClass("note");
        if (before != null) {
            String newest = "/plain/" + site.key() + "/log";
            ways.appendElement("a").attr("href", newest).text(text(language, "newest"));
            ways.appendText(" ");
        }
        ways.appendElement("a")
                .attr("href", "/plain/" + site.key())
                .attr("target", "_top")
                .text(text(language, "write"));
        return page.outerHtml();
    }

    private void said(Element place, Site site, PlainLog log, String language, boolean newest) {
        if (log.earlier() != null) {
            place.appendElement("p")
                    .addClass("note")
                    .appendElement("a")
                    .attr(
                            "href",
                            "/plain/%s/log?before=%s"
                                    .formatted(site.key(), log.earlier().text()))
                    .text(text(language, "earlier"));
        }
        Element list = place.appendElement("ol").attr("role", "log");
        var lines = new PlainLines(house, texts, site, language, list);
        for (Piece piece : log.pieces()) {
            piece.events().forEach(event -> lines.add(piece, event));
            house.conversations()
                    .seen(
                            piece.conversation().id(),
                            Side.VISITOR,
                            piece.events().getLast().seq());
        }
        if (log.pieces().isEmpty()) {
            place.appendElement("p").text(text(language, "empty"));
        } else if (newest) {
            standing(place, language, log.pieces().getLast().conversation(), lines);
        }
    }

    private void standing(Element body, String language, Conversation last, PlainLines lines) {
        String now = switch (last) {
            case Conversation.Waiting _, Conversation.Offered _ -> text(language, "waiting");
            case Conversation.Active active -> text(language, "answers", Map.of("name", lines.name(active.owner())));
            case Conversation.Closed _ -> "";
        };
        if (!now.isEmpty()) {
            body.appendElement("p").addClass("note").attr("role", "status").text(now);
        }
    }

    private static Document sheet(String language, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        Element html = page.child(0);
        html.attr("lang", language);
        page.head().appendElement("meta").attr("charset", "utf-8");
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.title(title);
        page.head().appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private String text(String language, String name) {
        return text(language, name, Map.of());
    }

    private String text(String language, String name, Map<String, String> params) {
        return texts.of(language, name, params);
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
