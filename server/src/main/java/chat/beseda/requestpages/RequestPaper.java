package chat.beseda.requestpages;

import chat.beseda.forms.FieldFault;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.Request;
import chat.beseda.requests.Requests;
import chat.beseda.requests.Slots;
import chat.beseda.sites.Site;
import chat.beseda.web.PageTexts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Writes the pages. Whatever people said goes in as text nodes and attributes, so it stays text. */
final class RequestPaper {
    private static final String STYLE = style();

    /** What the policy of the pages lets apply; nothing else does. */
    static final String STYLE_HASH = "sha256-" + digest(STYLE);

    private final Requests requests;
    private final InstantSource clock;
    private final PageTexts texts = new PageTexts(RequestPaper.class, "request");

    RequestPaper(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Whose page it is, and in which language. */
    record Place(Site site, String language) {
        String path() {
            return "/request/" + site.key();
        }

        String path(RequestKind kind) {
            return path() + "/" + kind.id();
        }

        /** The language of the site, for what is not written in this one. */
        String standard() {
            return site.languageFor("");
        }

        String name(RequestKind kind) {
            return kind.name(language, standard());
        }

        String invitation(RequestKind kind) {
            return kind.invitation(language, standard());
        }
    }

    /**
     * A form on its page.
     *
     * @param error code of what is wrong with the whole; null when nothing is
     * @param params of that sentence
     * @param faults field to code of what is wrong with it
     * @param next the beginnings of free times instead of one that is taken
     */
    record Form(
            Filled filled,
            @Nullable String error,
            Map<String, String> params,
            Map<String, String> faults,
            List<Long> next) {
        static Form of(Filled filled) {
            return new Form(filled, null, Map.of(), Map.of(), List.of());
        }

        Form wrong(List<FieldFault> found) {
            var codes = new HashMap<String, String>();
            found.forEach(fault -> codes.putIfAbsent(fault.field(), fault.code()));
            return new Form(filled, "fields", Map.of(), codes, List.of());
        }

        Form taken(List<Long> free) {
            return new Form(filled, "fields", Map.of(), Map.of("at", free.isEmpty() ? "taken_all" : "taken"), free);
        }

        Form refused(String code, Map<String, String> why) {
            return new Form(filled, code, why, Map.of(), List.of());
        }
    }

    /** What can be left here. */
    String index(Place place, List<RequestKind> kinds) {
        Document page = sheet(
                place.language(),
                "%s — %s".formatted(text(place, "title"), place.site().name()));
        Element main = main(page, place);
        main.appendElement("h1").text(text(place, "title"));
        kinds(main, place, kinds);
        return page.outerHtml();
    }

    /** In place of a form that is not there, or not any more. */
    String gone(Place place, List<RequestKind> kinds) {
        Document page = sheet(place.language(), text(place, "gone"));
        Element main = main(page, place);
        main.appendElement("h1").text(text(place, "gone"));
        kinds(main, place, kinds);
        return page.outerHtml();
    }

    /** The same where there is not even a site. */
    String nowhere(String language) {
        String title = texts.of(language, "nowhere", Map.of());
        Document page = sheet(language, title);
        page.body().appendElement("main").appendElement("h1").text(title);
        return page.outerHtml();
    }

    private void kinds(Element main, Place place, List<RequestKind> kinds) {
        if (kinds.isEmpty()) {
            main.appendElement("p").text(text(place, "none"));
        }
        Element list = main.appendElement("ul").addClass("kinds");
        for (RequestKind kind : kinds) {
            Element item = list.appendElement("li");
            item.appendElement("a").attr("href", place.path(kind)).text(place.name(kind));
            String invitation = place.invitation(kind);
            if (!invitation.isEmpty()) {
                item.appendElement("p").text(invitation);
            }
        }
    }

    /** The form of a kind, with what stands in it and what is wrong with it. */
    String form(Place place, RequestKind kind, Form form) {
        String name = place.name(kind);
        Document page =
                sheet(place.language(), "%s — %s".formatted(name, place.site().name()));
        Element main = main(page, place);
        main.appendElement("h1").text(name);
        String invitation = place.invitation(kind);
        if (!invitation.isEmpty()) {
            main.appendElement("p").text(invitation);
        }
        if (form.error() != null) {
            main.appendElement("p")
                    .addClass("error")
                    .attr("role", "alert")
                    .text(texts.of(place.language(), "error." + form.error(), form.params()));
        }
        Slots.@Nullable Offer offer = kind.draft().nature() == Nature.CALL
                ? requests.slots(place.site(), kind, form.filled().zone())
                : null;
        Element fields = main.appendElement("form").attr("method", "post").attr("action", place.path(kind));
        new FormPaper(texts, place, form, now()).write(fields, kind, offer);
        return page.outerHtml();
    }

    /** That it was noted down, and when the visitor hears of it. */
    String sent(Place place, RequestKind kind, Filled filled, Request request) {
        boolean call = kind.draft().nature() == Nature.CALL;
        Document page = sheet(place.language(), text(place, call ? "sent.call" : "sent.letter"));
        Element main = main(page, place);
        main.appendElement("h1").text(text(place, call ? "sent.call" : "sent.letter"));
        main.appendElement("p").attr("role", "status").text(promise(place, kind, filled, request));
        main.appendElement("p").appendElement("a").attr("href", place.path()).text(text(place, "others"));
        return page.outerHtml();
    }

    private String promise(Place place, RequestKind kind, Filled filled, Request request) {
        var times = new Times(requests.slots(place.site(), kind, filled.zone()).zone(), place.language(), now());
        Long due = request.standing().dueAt();
        Map<String, String> params = new HashMap<>(
                Map.of("phone", filled.phone().strip(), "email", filled.email().strip(), "zone", times.zone()));
        if (due != null) {
            params.put("when", times.moment(due));
        }
        if (request.left().nature() == Nature.LETTER) {
            return texts.of(place.language(), due == null ? "letter" : "letter.by", params);
        }
        Long slot = request.left().slot();
        if (slot == null) {
            return texts.of(place.language(), due == null ? "call.soon" : "call.soon.by", params);
        }
        long end = slot + Duration.ofMinutes(request.left().minutes()).toMillis();
        params.putAll(Map.of("day", times.day(slot), "from", times.clock(slot), "to", times.clock(end)));
        return texts.of(place.language(), "call.at", params);
    }

    private Element main(Document page, Place place) {
        page.body()
                .appendElement("header")
                .appendElement("a")
                .attr("href", place.path())
                .text(place.site().name());
        return page.body().appendElement("main");
    }

    private static Document sheet(String language, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.child(0).attr("lang", language);
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "robots").attr("content", "noindex");
        page.title(title);
        head.appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private Instant now() {
        return clock.instant();
    }

    private String text(Place place, String name) {
        return texts.of(place.language(), name, Map.of());
    }

    private static String style() {
        try (InputStream file = Objects.requireNonNull(RequestPaper.class.getResourceAsStream("request.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
