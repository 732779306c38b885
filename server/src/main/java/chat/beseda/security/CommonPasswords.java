package chat.beseda.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that are guessed first. Not a list of them but what they are made of: one or two everyday words, runs along
 * the keyboard, digits and signs around them, letters written as digits. A thousand words so stand for millions of passwords,
 * while three words of a sentence remain free to use.
 */
final class CommonPasswords {
    private static final String WORDS = "common-words.txt";
    private static final int MOST_WORDS = 2;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final String[] RUNS = {
        "qwertyuiopasdfghjklzxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "abcdefghijklmnopqrstuvwxyz",
        "йцукенгшщзхъфывапролджэячсмитьбю", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "йфяцычувскамепинртгоьшлбщдю"
    };

    private final Set<String> words;

    private CommonPasswords(Set<String> words) {
        this.words = words;
    }

    static CommonPasswords ofTheHouse() {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(WORDS), WORDS);
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            var words = new HashSet<String>();
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            return new CommonPasswords(words);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** These and the words of the given texts. */
    CommonPasswords with(Collection<String> texts) {
        var more = new HashSet<>(words);
        for (String text : texts) {
            NO_LETTERS
                    .splitAsStream(text.toLowerCase(Locale.ROOT))
                    .filter(word -> word.length() >= 3)
                    .forEach(more::add);
            more.add(lettersOf(text.toLowerCase(Locale.ROOT)));
        }
        more.remove("");
        return new CommonPasswords(more);
    }

    boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < FEWEST_DIFFERENT
                || isMadeOf(lettersOf(lower), MOST_WORDS)
                || isMadeOf(lettersOf(lettersForDigits(withoutDigitsAround(lower))), MOST_WORDS);
    }

    /** True when nothing is left but so many words and runs; the same one again costs nothing. */
    private boolean isMadeOf(String letters, int wordsLeft) {
        return letters.isEmpty() || isMadeOf(letters, "", wordsLeft);
    }

    private boolean isMadeOf(String rest, String last, int wordsLeft) {
        if (rest.isEmpty()) {
            return true;
        }
        for (int end = rest.length(); end > 0; end--) {
            String start = rest.substring(0, end);
            boolean again = start.equals(last);
            if ((again || (wordsLeft > 0 && isWord(start)))
                    && isMadeOf(rest.substring(end), start, again ? wordsLeft : wordsLeft - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(String text) {
        if (words.contains(text) || text.length() <= 2) {
            return true;
        }
        String backwards = new StringBuilder(text).reverse().toString();
        for (String run : RUNS) {
            if (run.contains(text) || run.contains(backwards)) {
                return true;
            }
        }
        return text.chars().distinct().count() == 1;
    }

    private static String lettersOf(String text) {
        return NO_LETTERS.matcher(text).replaceAll("");
    }

    private static String withoutDigitsAround(String text) {
        return text.replaceAll("^[\\p{N}\\p{P}\\p{S}\\s]+|[\\p{N}\\p{P}\\p{S}\\s]+$", "");
    }

    private static String lettersForDigits(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('!', 'i');
    }
}
