package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Side;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;
import chat.beseda.widget.PlainPages.PlainDraft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
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
    private static final int MOST_EVENTS = 500;
    private static final int REFRESH_SECONDS = 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    /** The log is laid out from its end, so that the newest is in sight after each refresh, without a script that scrolls. */
    private static final String STYLE = """
            :root{color-scheme:light dark;font:16px/1.45 system-ui,sans-serif}body{max-width:40rem;margin:0 auto;padding:1rem}
            h1{font-size:1.25rem}iframe{width:100%;height:50vh;border:1px solid #8888;border-radius:8px}
            form p{margin:.5rem 0 .25rem}textarea,input[type=text]{box-sizing:border-box;width:100%;padding:.5rem;font:inherit}
            button{margin:.25rem 0;padding:.5rem 1rem;font:inherit}ol{margin:0;padding:0;list-style:none}li{margin:.5rem 0}
            li p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}.who{font-weight:600}.note,time{opacity:.75;font-size:.875rem}
            .log{display:flex;flex-direction:column-reverse;box-sizing:border-box;height:100vh;overflow:auto}
            .error{padding:.5rem .75rem;border-left:4px solid #c4262e;background:#c4262e1a}""";

    /** What the policy of the page lets apply; nothing else does. */
    static final String STYLE_HASH = "sha256-" + digest(STYLE);

    private final VisitorHouse house;
    private final PlainTexts texts = new PlainTexts();

    PlainPaper(VisitorHouse house) {
        this.house = house;
    }

    /**
     * What stands in the form.
     *
     * @param name of what is sent next
     * @param error code of what is wrong with what was sent; null when nothing is
     */
    record Form(PlainDraft draft, String name, @Nullable String error, Map<String, String> params) {}

    String page(Site site, @Nullable Visitor visitor, String language, Form form) {
        Document page = sheet(language, text(language, "title", Map.of("site", site.name())));
        Element body = page.body();
        body.appendElement("h1").text(site.name());
        String greeting = site.greeting().getOrDefault(language, "");
        body.appendElement("p").text(greeting.isBlank() ? text(language, "lead") : greeting);
        if (visitor != null) {
            String log = "/plain/" + site.key() + "/log";
            Element frame = body.appendElement("iframe")
                    .attr("src", log)
                    .attr("title", text(language, "title", Map.of("site", site.name())));
            // What browsers of text show, which know no frames; to others it is no part of the page.
            said(frame, site, visitor, language);
            body.appendElement("p")
                    .addClass("note")
                    .text(text(language, "refreshes") + " ")
                    .appendElement("a")
                    .attr("href", log)
                    .text(text(language, "refresh"));
        } else if (house.delivery().faces().onLine(site.id()).isEmpty()) {
            body.appendElement("p").text(text(language, "nobody"));
        }
        form(body, site, visitor, language, form);
        if (visitor != null) {
            ending(body, site, visitor, language);
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
        if (visitor == null || (visitor.email() == null && visitor.phone() == null)) {
            String label = "%s (%s)".formatted(text(language, "email"), text(language, "optional"));
            labelled(fields, "input", "address", label)
                    .attr("type", "text")
                    .attr("maxlength", "254")
                    .attr("value", form.draft().address());
        }
        String consent = site.consentText();
        if (consent != null && visitor == null) {
            Element label = fields.appendElement("p").text(consent + " ").appendElement("label");
            label.appendElement("input")
                    .attr("type", "checkbox")
                    .attr("name", "consent")
                    .attr("required", true);
            label.appendText(" " + text(language, "consent"));
        }
        fields.appendElement("p").appendElement("button").text(text(language, "send"));
    }

    /** The visitor may end what is open. */
    private void ending(Element body, Site site, Visitor visitor, String language) {
        boolean open =
                house.today(visitor.id(), site, "").stream().anyMatch(each -> !(each instanceof Conversation.Closed));
        if (open) {
            body.appendElement("form")
                    .attr("method", "post")
                    .attr("action", "/plain/" + site.key() + "/end")
                    .appendElement("button")
                    .text(text(language, "end"));
        }
    }

    private static Element labelled(Element form, String kind, String name, String label) {
        form.appendElement("p").appendElement("label").attr("for", name).text(label);
        return form.appendElement("p").appendElement(kind).attr("id", name).attr("name", name);
    }

    /** What was said today; shown is seen. */
    String log(Site site, @Nullable Visitor visitor, String language) {
        Document page = sheet(language, text(language, "title", Map.of("site", site.name())));
        page.head()
                .appendElement("meta")
                .attr("http-equiv", "refresh")
                .attr("content", Integer.toString(REFRESH_SECONDS));
        Element main = page.body().addClass("log").appendElement("main");
        said(main, site, visitor, language);
        main.appendElement("p")
                .addClass("note")
                .appendElement("a")
                .attr("href", "/plain/" + site.key())
                .attr("target", "_top")
                .text(text(language, "write"));
        return page.outerHtml();
    }

    private void said(Element place, Site site, @Nullable Visitor visitor, String language) {
        Element list = place.appendElement("ol").attr("role", "log");
        List<Conversation> today = visitor == null ? List.of() : house.today(visitor.id(), site, "");
        for (Conversation conversation : today) {
            house.conversations()
                    .eventsBefore(conversation.id(), Stream.PUBLIC, Long.MAX_VALUE, MOST_EVENTS)
                    .forEach(event -> line(list, site, language, event));
            house.conversations()
                    .seen(conversation.id(), Side.VISITOR, conversation.facts().publicTop());
        }
        if (today.isEmpty()) {
            place.appendElement("p").text(text(language, "empty"));
        } else {
            standing(place, language, today.getLast());
        }
    }

    private void standing(Element body, String language, Conversation last) {
        String now = switch (last) {
            case Conversation.Waiting _, Conversation.Offered _ -> text(language, "waiting");
            case Conversation.Active active ->
                text(language, "answers", Map.of("name", name(active.owner(), language)));
            case Conversation.Closed _ -> "";
        };
        if (!now.isEmpty()) {
            body.appendElement("p").addClass("note").attr("role", "status").text(now);
        }
    }

    private void line(Element list, Site site, String language, Event event) {
        switch (event.body()) {
            case EventBody.Message message -> {
                Element item = list.appendElement("li");
                String who = switch (event.author()) {
                    case Author.OfVisitor _ -> text(language, "you");
                    case Author.OfOperator(OperatorId operator) -> name(operator, language);
                    case Author.OfSystem _ -> text(language, "operator");
                };
                Element head = item.appendElement("div");
                head.appendElement("span").addClass("who").text(who);
                head.appendText(" ");
                head.appendElement("time")
                        .text(TIME.format(Instant.ofEpochMilli(event.at()).atZone(site.timeZone())));
                item.appendElement("p").text(message.text());
            }
            case EventBody.Joined joined ->
                note(list, text(language, "joined", Map.of("name", name(joined.operator(), language))));
            case EventBody.Closed _ -> note(list, text(language, "closed"));
            case EventBody.Note _,
                    EventBody.Opened _,
                    EventBody.Left _,
                    EventBody.HandedOver _,
                    EventBody.Moved _,
                    EventBody.LeftSite _,
                    EventBody.CameBack _ -> {}
        }
    }

    private static void note(Element list, String text) {
        list.appendElement("li").addClass("note").text(text);
    }

    private String name(OperatorId operator, String language) {
        String name = house.delivery().faces().of(operator).name();
        return name.isEmpty() ? text(language, "operator") : name;
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
