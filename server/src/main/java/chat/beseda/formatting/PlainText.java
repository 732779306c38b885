package chat.beseda.formatting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a document as text. The client has the same rules, to count what is typed: {@code formatting/plain.ts}. */
final class PlainText {
    private final List<String> lines = new ArrayList<>();
    /** By level: the last number of the list that is open there; 0 of one with bullets. */
    private final List<Integer> numbers = new ArrayList<>();

    private PlainText() {}

    static String of(TextDocument document) {
        var plain = new PlainText();
        for (TextBlock block : document.blocks()) {
            plain.lines.add(
                    switch (block) {
                        case TextBlock.Paragraph(List<TextRun> runs) -> {
                            plain.numbers.clear();
                            yield words(runs);
                        }
                        case TextBlock.Item(TextList list, int level, List<TextRun> runs) ->
                            plain.lead(list, level) + words(runs);
                    });
        }
        return String.join("\n", plain.lines);
    }

    private String lead(TextList list, int level) {
        while (numbers.size() > level + 1) {
            numbers.removeLast();
        }
        int before = numbers.size() == level + 1 ? numbers.removeLast() : 0;
        while (numbers.size() < level) {
            numbers.add(0);
        }
        int number = list == TextList.NUMBER ? before + 1 : 0;
        numbers.add(number);
        return "  ".repeat(level) + (number == 0 ? "• " : number + ". ");
    }

    private static String words(List<TextRun> runs) {
        var words = new StringBuilder();
        var linked = new StringBuilder();
        for (int i = 0; i < runs.size(); i++) {
            words.append(runs.get(i).text());
            String href = href(runs.get(i));
            if (href != null) {
                linked.append(runs.get(i).text());
                if (i + 1 == runs.size() || !href.equals(href(runs.get(i + 1)))) {
                    words.append(TextLink.shows(linked.toString(), href) ? "" : " (" + href + ")");
                    linked.setLength(0);
                }
            }
        }
        return words.toString();
    }

    private static @Nullable String href(TextRun run) {
        for (TextMark mark : run.marks()) {
            if (mark instanceof TextMark.Link(String href)) {
                return href;
            }
        }
        return null;
    }
}
