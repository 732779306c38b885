package chat.beseda.help;

import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextColour;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextFont;
import chat.beseda.formatting.TextHighlight;
import chat.beseda.formatting.TextList;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.formatting.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Builds the nodes of a formatted text. A paragraph that is large throughout is a heading. */
final class ArticleHtml {
    private final Element place;
    /** By level: the list that is open there. */
    private final List<Element> lists = new ArrayList<>();

    private ArticleHtml(Element place) {
        this.place = place;
    }

    static void write(Element place, TextDocument document) {
        var html = new ArticleHtml(place);
        document.blocks().forEach(html::block);
    }

    private void block(TextBlock block) {
        switch (block) {
            case TextBlock.Paragraph(List<TextRun> runs) -> {
                lists.clear();
                if (!runs.isEmpty()) {
                    runs(place.appendElement(kind(runs)), runs);
                }
            }
            case TextBlock.Item(TextList list, int level, List<TextRun> runs) ->
                runs(listAt(list, level).appendElement("li"), runs);
        }
    }

    private static String kind(List<TextRun> runs) {
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

    private Element listAt(TextList list, int level) {
        String tag = list == TextList.NUMBER ? "ol" : "ul";
        while (lists.size() > level + 1) {
            lists.removeLast();
        }
        if (lists.size() == level + 1 && !lists.getLast().normalName().equals(tag)) {
            lists.removeLast();
        }
        while (lists.size() < level + 1) {
            Element under = lists.isEmpty() ? place : within(lists.getLast());
            lists.add(under.appendElement(tag));
        }
        return lists.getLast();
    }

    private static Element within(Element list) {
        return Optional.ofNullable(list.lastElementChild()).orElseGet(() -> list.appendElement("li"));
    }

    private static void runs(Element block, List<TextRun> runs) {
        for (TextRun run : runs) {
            Element inner = block;
            for (TextMark mark : run.marks()) {
                inner = marked(inner, mark);
            }
            String[] lines = run.text().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    inner.appendElement("br");
                }
                inner.appendText(Objects.requireNonNull(lines[i]));
            }
        }
    }

    private static Element marked(Element around, TextMark mark) {
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
