package chat.beseda.formatting;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Builds the nodes of a formatted text: paragraphs, lists and lines; how each kind looks is the caller's. */
public final class DocumentHtml {
    private final Element place;
    private final Look look;
    /** By level: the list that is open there. */
    private final List<Element> lists = new ArrayList<>();

    /** How things look in one kind of page. */
    public interface Look {

        /** The name of the element that a paragraph becomes. */
        String paragraph(List<TextRun> runs);

        /** An element inside the other one for what is marked. */
        Element marked(Element around, TextMark mark);
    }

    private DocumentHtml(Element place, Look look) {
        this.place = place;
        this.look = look;
    }

    /** Appends the document to what the place holds already. */
    public static void write(Element place, TextDocument document, Look look) {
        var html = new DocumentHtml(place, look);
        document.blocks().forEach(html::block);
    }

    private void block(TextBlock block) {
        switch (block) {
            case TextBlock.Paragraph(List<TextRun> runs) -> {
                lists.clear();
                if (!runs.isEmpty()) {
                    runs(place.appendElement(look.paragraph(runs)), runs);
                }
            }
            case TextBlock.Item(TextList list, int level, List<TextRun> runs) ->
                runs(listAt(list, level).appendElement("li"), runs);
        }
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

    private void runs(Element block, List<TextRun> runs) {
        for (TextRun run : runs) {
            Element inner = block;
            for (TextMark mark : run.marks()) {
                inner = look.marked(inner, mark);
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
}
