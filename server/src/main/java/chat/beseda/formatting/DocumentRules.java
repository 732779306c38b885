package chat.beseda.formatting;

import java.util.List;
import java.util.Optional;

/** The rules for a formatted text beyond those for its words. What its types do not know never comes so far. */
public final class DocumentRules {
    /** Blocks and runs together. */
    public static final int NODES = 1_000;

    /** Lists within a list. */
    static final int DEEPEST = 3;

    private DocumentRules() {}

    /** The first rule that is broken: {@code level}, {@code run}, {@code mark} or {@code link}. */
    public static Optional<String> broken(TextDocument document) {
        int above = -1;
        for (TextBlock block : document.blocks()) {
            switch (block) {
                case TextBlock.Paragraph(List<TextRun> runs) -> above = -1;
                case TextBlock.Item(TextList list, int level, List<TextRun> runs) -> {
                    if (level < 0 || level > DEEPEST || level > above + 1) {
                        return Optional.of("level");
                    }
                    above = level;
                }
            }
        }
        return document.blocks().stream()
                .flatMap(block -> block.runs().stream())
                .flatMap(run -> broken(run).stream())
                .findFirst();
    }

    private static Optional<String> broken(TextRun run) {
        if (run.text().isEmpty()) {
            return Optional.of("run");
        }
        if (run.marks().stream().map(Object::getClass).distinct().count()
                < run.marks().size()) {
            return Optional.of("mark");
        }
        boolean safe = run.marks().stream()
                .allMatch(mark -> !(mark instanceof TextMark.Link(String href)) || TextLink.isSafe(href));
        return safe ? Optional.empty() : Optional.of("link");
    }
}
