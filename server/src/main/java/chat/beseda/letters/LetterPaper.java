package chat.beseda.letters;

import chat.beseda.mail.Enclosure;
import chat.beseda.mail.Letter;
import chat.beseda.web.LinkedText;
import java.util.List;
import java.util.function.BiConsumer;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * One letter while it is written: HTML that programs of all kinds show alike, also on dark, and the same in plain text. Styles stand in
 * the elements, because some programs read no others. Not thread-safe.
 */
final class LetterPaper {
    private static final String FONT = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
    private static final String DARK = """
            :root { color-scheme: light dark; supported-color-schemes: light dark }
            @media (prefers-color-scheme: dark) {
              .page { background: #16181d !important }
              .card { background: #20242c !important; border-color: #333945 !important }
              .text, .title { color: #eceff4 !important }
              .quiet { color: #a3adbd !important }
              .field { background: #16181d; color: #eceff4; border-color: #7d8aa0 !important }
              .said { border-color: #4b5567 !important }
              th, td { border-color: #333945 !important }
              body { background: #16181d !important }
              a { color: #8ab4ff !important }
              .colour-red { color: #ffb0b0 !important }
              .colour-orange { color: #ffc078 !important }
              .colour-green { color: #8be8b3 !important }
              .colour-blue { color: #b3cdff !important }
              .colour-violet { color: #d9c2ff !important }
              .colour-grey { color: #c3cdd8 !important }
              .highlight-yellow { background: #4d3f07 !important }
              .highlight-green { background: #174a2a !important }
              .highlight-blue { background: #1d3f73 !important }
              .highlight-pink { background: #6b2144 !important }
            }
            """;

    private final Document html = new Document("");
    private final Element card;
    private final StringBuilder text = new StringBuilder();
    private final String subject;

    LetterPaper(String language, String subject) {
        this.subject = subject;
        Element root = html.appendElement("html").attr("lang", language);
        Element head = root.appendElement("head");
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        head.appendElement("meta").attr("name", "color-scheme").attr("content", "light dark");
        head.appendElement("title").text(subject);
        head.appendElement("style").appendChild(new DataNode(DARK));
        Element page = root.appendElement("body")
                .attr("style", "margin:0;padding:0;background:#f3f5f8")
                .appendElement("div")
                .addClass("page")
                .attr("style", "background:#f3f5f8;padding:24px 12px;" + FONT);
        card = page.appendElement("div")
                .addClass("card")
                .attr(
                        "style",
                        "max-width:620px;margin:0 auto;background:#ffffff;border:1px solid #e2e6ec;border-radius:12px;padding:24px");
        card.appendElement("h1")
                .addClass("title")
                .attr("style", "margin:0 0 16px;font-size:20px;line-height:1.3;color:#1b2330")
                .text(subject);
    }

    /** A paragraph of our own words. */
    void paragraph(String words) {
        paragraph(card, "text", "margin:0 0 12px;font-size:15px;line-height:1.5;color:#1b2330", words);
        text.append(words).append("\n\n");
    }

    /** A way out of the letter, for those who want more than to read it. */
    void link(String words, String href) {
        Element line = card.appendElement("p").attr("style", "margin:0 0 12px;font-size:15px;line-height:1.5");
        anchor(line, words, href);
        text.append(words).append(": ").append(href).append("\n\n");
    }

    /** A way out of it that few need, under what stands small and grey. */
    void quietLink(String words, String href) {
        Element line = card.appendElement("p")
                .addClass("quiet")
                .attr("style", "margin:4px 0 0;font-size:13px;line-height:1.5;color:#5d6878");
        anchor(line, words, href);
        text.append(words).append(": ").append(href).append('\n');
    }

    private static void anchor(Element line, String words, String href) {
        line.appendElement("a")
                .attr("href", href)
                .attr("style", "color:#1d4fc4")
                .text(words);
    }

    /** What stands small and grey under everything. */
    void quiet(String words) {
        paragraph(card, "quiet", "margin:16px 0 0;font-size:13px;line-height:1.5;color:#5d6878", words);
        text.append("-- \n").append(words).append('\n');
    }

    /**
     * Words of somebody: who and when, then the place for what was said.
     *
     * @param accent colour of the line beside it
     * @param plain what was said, without formatting
     */
    Element said(String who, String when, String accent, String plain) {
        Element row = card.appendElement("div")
                .addClass("said")
                .attr("style", "margin:0 0 14px;padding:2px 0 2px 12px;border-left:3px solid " + accent);
        Element line = row.appendElement("div")
                .addClass("quiet")
                .attr("style", "font-size:13px;line-height:1.4;color:#5d6878");
        line.appendElement("b").text(who);
        line.appendText(" · " + when);
        text.append(who).append(", ").append(when).append('\n').append(plain).append("\n\n");
        return row.appendElement("div")
                .addClass("text")
                .attr("style", "font-size:15px;line-height:1.5;color:#1b2330;word-wrap:break-word");
    }

    /** Figures beside those of the period before. */
    void table(String value, String before, List<ReportPapers.Line> lines) {
        Element table = card.appendElement("table")
                .addClass("text")
                .attr("style", "width:100%;border-collapse:collapse;margin:0 0 12px;font-size:15px;color:#1b2330");
        row(table, "th", "", value, before);
        for (ReportPapers.Line line : lines) {
            row(table, "td", line.name(), line.value(), line.before());
            text.append("%s: %s (%s: %s)\n".formatted(line.name(), line.value(), before, line.before()));
        }
        text.append('\n');
    }

    private static void row(Element table, String cell, String name, String value, String before) {
        Element row = table.appendElement("tr");
        String style = "padding:6px 4px;border-bottom:1px solid #e2e6ec;font-weight:normal;";
        row.appendElement(cell).attr("style", style + "text-align:left").text(name);
        Element bold = row.appendElement(cell).attr("style", style + "text-align:right");
        (cell.equals("td") ? bold.appendElement("b") : bold).text(value);
        row.appendElement(cell)
                .addClass("quiet")
                .attr("style", style + "text-align:right;color:#5d6878")
                .text(before);
    }

    /** A line between days or of what happened. */
    void line(String words) {
        paragraph(
                card,
                "quiet",
                "margin:4px 0 14px;font-size:13px;line-height:1.4;color:#5d6878;text-align:center",
                words);
        text.append("— ").append(words).append(" —\n\n");
    }

    /** A form of a page, whose answer goes where the page came from. */
    Element form() {
        return card.appendElement("form").attr("method", "post").attr("style", "margin:16px 0 0");
    }

    /** All of it, for a browser. */
    String page() {
        html.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
        html.outputSettings().prettyPrint(false);
        return "<!doctype html>" + html.outerHtml();
    }

    Letter letter(String about, String to, List<Enclosure> enclosures) {
        html.outputSettings().prettyPrint(false);
        return new Letter(about, to, subject, "<!doctype html>" + html.outerHtml(), text.toString(), enclosures);
    }

    private static void paragraph(Element place, String kind, String style, String words) {
        Element paragraph = place.appendElement("p").addClass(kind).attr("style", style);
        lines(paragraph, words);
    }

    /** Words whose lines end where they end. */
    static void lines(Element place, String words) {
        lines(place, words, Element::appendText);
    }

    /** The same, where addresses of pages are links: words of our own people, whom one may follow. */
    static void linkedLines(Element place, String words) {
        lines(place, words, LinkedText::append);
    }

    private static void lines(Element place, String words, BiConsumer<Element, String> append) {
        String[] lines = words.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                place.appendElement("br");
            }
            append.accept(place, String.valueOf(lines[at]));
        }
    }
}
