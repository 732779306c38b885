package chat.beseda.archive;

import chat.beseda.words.Stems;
import java.util.List;

/** Cuts a piece out of a message, on one line, around the first of what was looked for. */
final class Snippet {
    private static final int LENGTH = 180;
    private static final int BEFORE = 50;

    private Snippet() {}

    static Archive.Hit of(Summary.Said said, List<Sought.Mark> marks) {
        String text = Stems.whole(said.text()).replaceAll("\\s", " ");
        int from = begin(text, marks.getFirst().from());
        int to = end(text, from);
        String before = from > 0 ? "…" : "";
        int shift = before.length() - from;
        List<Sought.Mark> shown = marks.stream()
                .filter(mark -> mark.from() >= from && mark.to() <= to)
                .map(mark -> new Sought.Mark(mark.from() + shift, mark.to() + shift))
                .toList();
        String piece = before + text.substring(from, to) + (to < text.length() ? "…" : "");
        return new Archive.Hit(new Summary.Said(said.seq(), said.at(), said.operator(), said.note(), piece), shown);
    }

    private static int begin(String text, int mark) {
        if (mark <= BEFORE) {
            return 0;
        }
        int space = text.indexOf(' ', mark - BEFORE);
        return space < 0 || space >= mark ? whole(text, mark - BEFORE) : space + 1;
    }

    private static int end(String text, int from) {
        if (from + LENGTH >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', from + LENGTH);
        return space <= from + BEFORE ? whole(text, from + LENGTH) : space;
    }

    /** Not in the middle of a sign that two characters make. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
