package chat.beseda.help;

import chat.beseda.formatting.DocumentHtml;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextFont;
import chat.beseda.formatting.TextHighlight;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** How a formatted text looks in an article. A paragraph that is large throughout is a heading. */
final class ArticleHtml implements DocumentHtml.Look {

    static void write(Element place, TextDocument document) {
        DocumentHtml.write(place, document, new ArticleHtml());
    }

    @Override
    public String paragraph(List<TextRun> runs) {
        Optional<TextSize> size = size(runs.getFirst())
                .filter(first -> runs.stream().allMatch(run -> size(run).equals(Optional.of(first))));
        return size.map(each -> switch (each) {
                    case HUGE -> "h2";
                    case LARGE -> "h3";
                    case SMALL -> "p";
                })
                .orElse("p");
    }

    private static Optional<TextSize> size(TextRun run) {
        return run.marks().stream()
                .flatMap(mark -> mark instanceof TextMark.Size(TextSize value) ? Stream.of(value) : Stream.empty())
                .findFirst();
    }

    @Override
    public Element marked(Element around, TextMark mark) {
        return switch (mark) {
            case TextMark.Bold() -> around.appendElement("strong");
            case TextMark.Italic() -> around.appendElement("em");
            case TextMark.Underline() -> around.appendElement("u");
            case TextMark.Size(TextSize value) -> around.appendElement("span").attr("data-size", word(value));
            case TextMark.Font(TextFont value) -> around.appendElement("span").attr("data-font", word(value));
            case TextMark.Colour(TextColour value) ->
                around.appendElement("span").attr("data-colour", word(value));
            case TextMark.Highlight(TextHighlight value) ->
                around.appendElement("mark").attr("data-highlight", word(value));
            case TextMark.Link(String href) ->
                around.appendElement("a").attr("href", href).attr("rel", "noopener");
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
