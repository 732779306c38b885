package chat.beseda.words;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Takes words apart as they are looked for: without case, without the dots of ё, without the ending. Cyrillic words lose the
 * endings of Russian, which most Ukrainian ones share. Not thread-safe.
 */
public final class Stems {
    private static final int SHORTEST = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’ʼ][\\p{L}\\p{N}]+)*");

    private final SnowballStemmer russian = new RussianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();
    private final LightStemmer light = new LightStemmer();

    /** A word of a text. */
    public interface OfText {
        /**
         * Hears of a word.
         *
         * @param folded as words are compared
         * @param from where it begins in the text
         * @param to where it ends
         */
        void word(String folded, int from, int to);
    }

    /** Letters that are made of several signs become one, as words are looked for in what this gives. */
    public static String whole(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Tells every word, folded, and where it begins. */
    public static void words(String text, BiConsumer<String, Integer> each) {
        places(text, (word, from, to) -> each.accept(word, from));
    }

    /** Tells every word, folded, and where it is. */
    public static void places(String text, OfText each) {
        Matcher found = WORD.matcher(text);
        while (found.find()) {
            each.word(fold(found.group()), found.start(), found.end());
        }
    }

    /** What the forms of a folded word begin with; the word itself when hardly anything of it would be left. */
    public String of(String word) {
        SnowballStemmer stemmer = isCyrillic(word) ? russian : english;
        stemmer.setCurrent(word);
        stemmer.stem();
        return longEnough(stemmer.getCurrent(), word);
    }

    /**
     * The stems under which a folded word is found: one rule keeps «бензопила» from «бензопилой», another one other words, so what
     * either says counts.
     */
    public List<String> all(String word) {
        String one = of(word);
        String other = isCyrillic(word) ? longEnough(light.of(word), word) : one;
        return one.equals(other) ? List.of(one) : List.of(one, other);
    }

    private static String longEnough(String stem, String word) {
        return stem.length() < SHORTEST ? word : stem;
    }

    private static boolean isCyrillic(String word) {
        return UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.CYRILLIC;
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("['’ʼ]", "");
    }

    /** The library gives its second rule only as a filter of a stream of words: this is a stream of one. */
    private static final class LightStemmer {
        private final OneWord source = new OneWord();
        private final TokenStream filter = new RussianLightStemFilter(source);
        private final CharTermAttribute result = filter.addAttribute(CharTermAttribute.class);

        String of(String word) {
            try {
                source.next(word);
                filter.incrementToken();
                return result.toString();
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException("words in memory cannot fail to be read", impossible);
            }
        }
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";

        void next(String next) {
            word = next;
        }

        @Override
        public final boolean incrementToken() {
            clearAttributes();
            term.setEmpty().append(word);
            return true;
        }
    }
}
