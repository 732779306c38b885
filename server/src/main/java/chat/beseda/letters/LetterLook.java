package chat.beseda.letters;

import chat.beseda.formatting.DocumentHtml;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextFont;
import chat.beseda.formatting.TextHighlight;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** How an operator's formatted words look in a letter: as in the visitor's window. */
final class LetterLook implements DocumentHtml.Look {

    @Override
    public String paragraph(List<TextRun> runs) {
        return "div";
    }

    @Override
    public Element marked(Element around, TextMark mark) {
        return switch (mark) {
            case TextMark.Bold() -> around.appendElement("strong");
            case TextMark.Italic() -> around.appendElement("em");
            case TextMark.Underline() -> around.appendElement("u");
            case TextMark.Size(TextSize value) -> styled(around, "font-size:" + size(value));
            case TextMark.Font(TextFont value) -> styled(around, "font-family:" + font(value));
            case TextMark.Colour(TextColour value) ->
                styled(around, "color:" + colour(value)).addClass("colour-" + word(value));
            case TextMark.Highlight(TextHighlight value) ->
                styled(around, "background:" + highlight(value)).addClass("highlight-" + word(value));
            case TextMark.Link(String href) ->
                around.appendElement("a").attr("href", href).attr("rel", "noopener");
        };
    }

    private static Element styled(Element around, String style) {
        return around.appendElement("span").attr("style", style);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String size(TextSize size) {
        return switch (size) {
            case SMALL -> ".85em";
            case LARGE -> "1.25em";
            case HUGE -> "1.6em";
        };
    }

    private static String font(TextFont font) {
        return switch (font) {
            case SERIF -> "Georgia,'Noto Serif',serif";
            case MONO -> "ui-monospace,Consolas,monospace";
        };
    }

    private static String colour(TextColour colour) {
        return switch (colour) {
            case RED -> "#b3202a";
            case ORANGE -> "#8a4300";
            case GREEN -> "#17643a";
            case BLUE -> "#1d4fc4";
            case VIOLET -> "#6a35bf";
            case GREY -> "#505c6c";
        };
    }

    private static String highlight(TextHighlight highlight) {
        return switch (highlight) {
            case YELLOW -> "#ffef9c";
            case GREEN -> "#cdf3d8";
            case BLUE -> "#d3e5ff";
            case PINK -> "#ffdbe9";
        };
    }
}
