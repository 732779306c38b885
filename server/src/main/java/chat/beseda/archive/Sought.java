package chat.beseda.archive;

import chat.beseda.forms.FieldChecks;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words in any form, {@code "exact phrases"}, {@code beginnings*}, each also with a minus before it. All of
 * them have to be met, those with a minus must not be.
 */
public record Sought(List<Term> wanted, List<Term> unwanted) {
    public static final int LONGEST = 1_000;
    private static final int MOST_TERMS = 30;
    private static final Pattern PIECE =
            Pattern.compile("(?<minus>(?<!\\S)[-−–])?(?:\"(?<phrase>[^\"]*)\"|(?<word>[^\\s\"]+))");

    public Sought {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /** One thing of it. */
    sealed interface Term {}

    /** A word in whatever form: any of the stems. */
    record AnyForm(List<String> stems) implements Term {
        public AnyForm {
            stems = List.copyOf(stems);
        }
    }

    /** Words as they stand, one after the other. */
    record Phrase(List<String> words) implements Term {
        public Phrase {
            words = List.copyOf(words);
        }
    }

    record Beginning(String start) implements Term {}

    /**
     * Reads what was typed; every text is some search.
     *
     * @param checks hears of a text that holds no words, or nothing but unwanted ones, or is too long
     */
    public static Sought read(String field, String typed, FieldChecks checks) {
        var wanted = new ArrayList<Term>();
        var unwanted = new ArrayList<Term>();
        if (typed.length() > LONGEST) {
            checks.add(field, "too_long", "", Map.of("most", Integer.toString(LONGEST)));
            return new Sought(wanted, unwanted);
        }
        var stems = new Stems();
        Matcher pieces = PIECE.matcher(Stems.whole(typed));
        while (pieces.find()) {
            List<Term> list = pieces.group("minus") == null ? wanted : unwanted;
            if (wanted.size() + unwanted.size() < MOST_TERMS) {
                list.addAll(terms(pieces, stems));
            }
        }
        if (wanted.isEmpty()) {
            checks.add(field, unwanted.isEmpty() ? "no_words" : "only_minus", typed, Map.of());
        }
        return new Sought(wanted, unwanted);
    }

    private static List<Term> terms(Matcher piece, Stems stems) {
        String phrase = piece.group("phrase");
        String typed = phrase == null ? piece.group("word") : phrase;
        var words = new ArrayList<String>();
        Stems.words(typed, (word, at) -> words.add(word));
        if (words.isEmpty()) {
            return List.of();
        }
        if (phrase != null) {
            return List.of(new Phrase(words));
        }
        if (typed.endsWith("*")) {
            List<Term> all = new ArrayList<>(forms(words.subList(0, words.size() - 1), stems));
            all.add(new Beginning(words.getLast()));
            return all;
        }
        return forms(words, stems);
    }

    private static List<Term> forms(List<String> words, Stems stems) {
        return words.stream().<Term>map(word -> new AnyForm(stems.all(word))).toList();
    }

    /** A part of a text, from a character to another one. */
    public record Mark(int from, int to) {}

    /** Where in a text the wanted things are, in order, none within another one. */
    public List<Mark> marks(String text, Stems stems) {
        var words = new ArrayList<Word>();
        Stems.places(text, (word, from, to) -> words.add(new Word(word, stems(word, stems), from, to)));
        var found = new ArrayList<Mark>();
        for (int at = 0; at < words.size(); at++) {
            for (Term term : wanted) {
                int length = length(term, words, at);
                if (length > 0) {
                    found.add(new Mark(
                            words.get(at).from(), words.get(at + length - 1).to()));
                }
            }
        }
        return merged(found);
    }

    /** Of most words nobody needs to know the stems: no rule changes how a word begins. */
    private List<String> stems(String word, Stems stems) {
        return wanted.stream().anyMatch(term -> mayBeginSo(term, word)) ? stems.all(word) : List.of();
    }

    private static boolean mayBeginSo(Term term, String word) {
        return term instanceof AnyForm(List<String> all)
                && all.stream().anyMatch(stem -> stem.charAt(0) == word.charAt(0));
    }

    private record Word(String folded, List<String> stems, int from, int to) {}

    private static int length(Term term, List<Word> words, int at) {
        Word here = words.get(at);
        return switch (term) {
            case AnyForm(List<String> stems) -> here.stems().stream().anyMatch(stems::contains) ? 1 : 0;
            case Beginning(String start) -> here.folded().startsWith(start) ? 1 : 0;
            case Phrase(List<String> phrase) ->
                at + phrase.size() <= words.size()
                                && words.subList(at, at + phrase.size()).stream()
                                        .map(Word::folded)
                                        .toList()
                                        .equals(phrase)
                        ? phrase.size()
                        : 0;
        };
    }

    private static List<Mark> merged(List<Mark> marks) {
        var result = new ArrayList<Mark>();
        marks.sort(Comparator.comparingInt(Mark::from).thenComparing(Mark::to, Comparator.reverseOrder()));
        for (Mark mark : marks) {
            if (result.isEmpty() || mark.from() >= result.getLast().to()) {
                result.add(mark);
            } else if (mark.to() > result.getLast().to()) {
                result.set(result.size() - 1, new Mark(result.getLast().from(), mark.to()));
            }
        }
        return result;
    }
}
