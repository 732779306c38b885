package chat.beseda.knowledge;

import chat.beseda.words.Stems;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The words of one version with their stems, each with what it weighs: more in the title than in the text. */
final class ArticleWords {
    private static final int TITLE = 12;
    private static final int FOLDER = 4;
    private static final int TEXT = 2;
    /** A word that is said again and again weighs no more than this. */
    private static final int MOST_OF_TEXT = 6;

    private static final int LONGEST_ENDING = 3;

    private final TreeMap<String, Integer> weights = new TreeMap<>();

    ArticleWords(Stems stems, ArticleVersion version, String text) {
        var inText = new HashMap<String, Integer>();
        Stems.words(text, (word, at) -> inText.merge(word, TEXT, (one, more) -> Math.min(MOST_OF_TEXT, one + 1)));
        var all = new HashMap<>(inText);
        Stems.words(Stems.whole(version.folder()), (word, at) -> all.merge(word, FOLDER, Integer::sum));
        Stems.words(Stems.whole(version.title()), (word, at) -> all.merge(word, TITLE, Integer::sum));
        for (Map.Entry<String, Integer> each : all.entrySet()) {
            weights.merge(each.getKey(), each.getValue(), Math::max);
            weights.merge(stems.of(each.getKey()), each.getValue(), Math::max);
        }
    }

    /** How well a word is met: 0 when it is not; the word as it stands counts most, then another form of it, then its beginning. */
    int weigh(SoughtWord sought) {
        int best = 0;
        for (Map.Entry<String, Integer> each : weights.tailMap(sought.stem()).entrySet()) {
            String word = each.getKey();
            if (!word.startsWith(sought.stem())) {
                break;
            }
            boolean form = word.length() <= sought.stem().length() + LONGEST_ENDING;
            int closeness = word.equals(sought.word()) ? 4 : form ? 3 : 1;
            best = Math.max(best, closeness * each.getValue());
        }
        return best;
    }

    /** A word that is looked for, folded. */
    record SoughtWord(String word, String stem) {}
}
