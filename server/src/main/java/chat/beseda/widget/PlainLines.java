package chat.beseda.widget;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Preview;
import chat.beseda.events.Stream;
import chat.beseda.files.Attachment;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.web.LinkedText;
import chat.beseda.web.PageTexts;
import chat.beseda.widget.PlainLog.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Draws what was said, line by line, into the log of the page without scripts. For one page, by one thread. */
final class PlainLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);

    private final VisitorHouse house;
    private final PageTexts texts;
    private final Site site;
    private final String language;
    private final Element list;
    private LocalDate day = LocalDate.MIN;

    PlainLines(VisitorHouse house, PageTexts texts, Site site, String language, Element list) {
        this.house = house;
        this.texts = texts;
        this.site = site;
        this.language = language;
        this.list = list;
    }

    void add(Piece piece, Event event) {
        date(event);
        line(piece, event);
    }

    /** Says on which day it was, where another one begins. */
    private void date(Event event) {
        LocalDate now = Instant.ofEpochMilli(event.at()).atZone(site.timeZone()).toLocalDate();
        if (!now.equals(day)) {
            day = now;
            list.appendElement("li")
                    .addClass("note")
                    .addClass("day")
                    .text(DAY.withLocale(Locale.of(language)).format(now));
        }
    }

    private void line(Piece piece, Event event) {
        Conversation conversation = piece.conversation();
        switch (event.body()) {
            case EventBody.Message message -> {
                Element item = said(conversation, event);
                if (message.reply() != null) {
                    quote(item, piece, message.reply());
                }
                if (!message.text().isEmpty()) {
                    LinkedText.append(item.appendElement("p"), message.text());
                }
                message.files().forEach(file -> enclosed(item, conversation, file));
                if (message.editedAt() != null) {
                    item.appendElement("small").text(text("edited"));
                }
            }
            case EventBody.Deleted _ ->
                said(conversation, event).appendElement("p").appendElement("em").text(text("deleted"));
            case EventBody.Joined joined -> note(text("joined", Map.of("name", name(joined.operator()))));
            case EventBody.Closed _ -> ended(conversation);
            case EventBody.Note _,
                    EventBody.Tagged _,
                    EventBody.Mailed _,
                    EventBody.Returned _,
                    EventBody.Changed _,
                    EventBody.Opened _,
                    EventBody.Left _,
                    EventBody.HandedOver _,
                    EventBody.Moved _,
                    EventBody.LeftSite _,
                    EventBody.CameBack _ -> {}
        }
    }

    private void ended(Conversation conversation) {
        Element note = note(text("closed"));
        if (conversation instanceof Conversation.Closed over && PlainPaper.asksRating(house, site, over)) {
            note.appendText(" ");
            note.appendElement("a")
                    .attr(
                            "href",
                            "/plain/%s?over=%s#rating"
                                    .formatted(site.key(), over.facts().key()))
                    .attr("target", "_top") // with a query of its own, or the page would only be scrolled
                    .text(text("rate"));
        }
    }

    /** What is answered, in a line that leads to it. */
    private void quote(Element item, Piece piece, long seq) {
        Conversation conversation = piece.conversation();
        String words = piece.event(seq)
                .or(() -> house.conversations().events(conversation.id(), Stream.PUBLIC, seq - 1, 1).stream()
                        .findFirst())
                .map(event -> event.body() instanceof EventBody.Message said
                        ? new Preview(event.author(), said.inALine(), event.at()).text()
                        : text("deleted"))
                .orElse("");
        item.appendElement("blockquote")
                .appendElement("a")
                .attr("href", "#" + place(conversation, seq))
                .text(words);
    }

    private static String place(Conversation conversation, long seq) {
        return "m-" + conversation.facts().key() + "-" + seq;
    }

    /** A place for somebody's words, under their name and the time. */
    private Element said(Conversation conversation, Event event) {
        Element item = list.appendElement("li").attr("id", place(conversation, event.seq()));
        String who = switch (event.author()) {
            case Author.OfVisitor _ -> text("you");
            case Author.OfOperator(OperatorId operator) -> name(operator);
            case Author.OfSystem _ -> text("operator");
        };
        Element head = item.appendElement("div");
        head.appendElement("span").addClass("who").text(who);
        head.appendText(" ");
        head.appendElement("time")
                .text(TIME.format(Instant.ofEpochMilli(event.at()).atZone(site.timeZone())));
        return item;
    }

    private static void enclosed(Element item, Conversation conversation, Attachment file) {
        item.appendElement("p")
                .appendElement("a")
                .attr("href", "/files/" + conversation.facts().key() + "/" + file.id())
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text(file.name());
    }

    private Element note(String text) {
        return list.appendElement("li").addClass("note").text(text);
    }

    /** How the visitor knows an operator. */
    String name(OperatorId operator) {
        String name = house.delivery().faces().of(operator, language).name();
        return name.isEmpty() ? text("operator") : name;
    }

    private String text(String name) {
        return text(name, Map.of());
    }

    private String text(String name, Map<String, String> params) {
        return texts.of(language, name, params);
    }
}
