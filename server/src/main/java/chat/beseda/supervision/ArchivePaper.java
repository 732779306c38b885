package chat.beseda.supervision;

import chat.beseda.archive.Summary;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Conversations as they are printed: who, when, and every word, as text. */
final class ArchivePaper {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Paper; color: #6b7280 } }
            body { font: 10pt/1.4 Paper; color: #16181d }
            h1 { font-size: 15pt; font-weight: normal; margin: 0 0 8mm }
            h2 { font-size: 12pt; font-weight: normal; margin: 7mm 0 0; padding-top: 3mm; border-top: 0.5pt solid #cbd0d9; page-break-after: avoid }
            .about, .page, .who { color: #6b7280; font-size: 8.5pt }
            .said { margin: 2.5mm 0 0; page-break-inside: avoid }
            .operator { margin-left: 12mm; padding-left: 3mm; border-left: 1.5pt solid #9fb6e8 }
            .note { margin-left: 12mm; padding: 1mm 3mm; background: #fff6d6 }
            .text { white-space: pre-wrap }
            """;

    private final Document document = Document.createShell("");

    ArchivePaper(String title, String language) {
        document.child(0).attr("lang", language);
        document.head().appendElement("style").appendText(STYLE);
        document.title(title);
        document.body().appendElement("h1").text(title);
    }

    void begin(String visitor, List<String> about, String page) {
        document.body().appendElement("h2").text(visitor);
        line(
                "about",
                String.join(
                        " · ", about.stream().filter(part -> !part.isEmpty()).toList()));
        line("page", page);
    }

    private void line(String name, String text) {
        if (!text.isEmpty()) {
            document.body().appendElement("div").addClass(name).text(text);
        }
    }

    void say(String author, LocalDateTime at, Summary.Said said) {
        Element message = document.body().appendElement("div").addClass("said");
        message.addClass(said.note() ? "note" : said.operator() == null ? "visitor" : "operator");
        message.appendElement("div").addClass("who").text(author + ", " + TIME.format(at));
        message.appendElement("div").addClass("text").text(said.text());
    }

    Document document() {
        return document;
    }
}
