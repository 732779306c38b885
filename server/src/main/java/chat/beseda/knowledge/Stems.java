package chat.beseda.knowledge;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Takes words apart as they are looked for: without case, without the dots of ё, without the ending. Cyrillic words lose the
 * endings of Russian, which most Ukrainian ones share. Not thread-safe.
 */
final class Stems {
    private static final int SHORTEST = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’ʼ][\\p{L}\\p{N}]+)*");

    private final SnowballStemmer russian = new RussianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    /** Letters that are made of several signs become one, as words are looked for in what this gives. */
    static String whole(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Tells every word, folded, and where it begins. */
    static void words(String text, BiConsumer<String, Integer> each) {
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            each.accept(fold(found.group()), found.start());
        }
    }

    /** What the forms of a folded word begin with; the word itself when hardly anything of it would be left. */
    String of(String word) {
        SnowballStemmer stemmer = UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.CYRILLIC ? russian : english;
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.length() < SHORTEST ? word : stem;
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("['’ʼ]", "");
    }
}
