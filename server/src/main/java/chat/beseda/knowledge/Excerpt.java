package chat.beseda.knowledge;

import chat.beseda.knowledge.ArticleWords.SoughtWord;
import chat.beseda.words.Stems;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts a piece out of a text, on one line, where the first of the words that are looked for stands. */
final class Excerpt {
    private static final int LENGTH = 180;
    private static final int BEFORE = 60;

    private Excerpt() {}

    static String of(String text, List<SoughtWord> sought) {
        var first = new AtomicInteger(0);
        Stems.words(text, (word, at) -> {
            boolean met = sought.stream().anyMatch(each -> word.startsWith(each.stem()) || word.equals(each.word()));
            if (first.get() == 0 && met) {
                first.set(at);
            }
        });
        int from = first.get() <= BEFORE ? 0 : wordAfter(text, first.get() - BEFORE);
        int to = from + LENGTH >= text.length() ? text.length() : wordBefore(text, from, from + LENGTH);
        String piece = text.substring(from, to).replaceAll("\\s+", " ").strip();
        return (from > 0 ? "…" : "") + piece + (to < text.length() ? "…" : "");
    }

    private static int wordAfter(String text, int at) {
        int space = text.indexOf(' ', at);
        return space < 0 || space > at + BEFORE ? whole(text, at) : space + 1;
    }

    private static int wordBefore(String text, int from, int at) {
        int space = text.lastIndexOf(' ', at);
        return space <= from + BEFORE ? whole(text, at) : space;
    }

    /** Not in the middle of a sign that two characters make. */
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
