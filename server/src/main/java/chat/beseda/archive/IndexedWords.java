package chat.beseda.archive;

import chat.beseda.archive.Sought.AnyForm;
import chat.beseda.archive.Sought.Beginning;
import chat.beseda.archive.Sought.Phrase;
import chat.beseda.storage.Dialect;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a conversation as the index holds them, and a search in the language of the engine that holds it. A word has a letter
 * before it: a and b are the visitor's and the operators' words as they stand, c and d their stems, f is what filters ask for. So both
 * engines answer the same, and a filter costs no more than a word.
 */
final class IndexedWords {
    /** Between two messages, so that no phrase reaches over both. */
    private static final String GAP = "z";

    private static final int MOST = 60_000;

    private IndexedWords() {}

    /** All of a conversation, in the order in which they stand. */
    static List<String> of(Summary summary, List<String> facets) {
        var stems = new Stems();
        var words = new ArrayList<String>();
        var forms = new ArrayList<String>();
        for (Summary.Said said : summary.said()) {
            boolean visitor = said.operator() == null;
            Stems.words(Stems.whole(said.text()), (word, at) -> {
                words.add((visitor ? "a" : "b") + word);
                stems.all(word).forEach(stem -> forms.add((visitor ? "c" : "d") + stem));
            });
            words.add(GAP);
        }
        words.addAll(forms.stream().distinct().toList());
        List<String> most = words.subList(0, Math.min(MOST, words.size()));
        var all = new ArrayList<>(most);
        facets.forEach(facet -> all.add("f" + facet));
        return all;
    }

    /**
     * A search for the engine.
     *
     * @param sought null for whatever was said
     * @param facets one of each list has to be met
     */
    static String query(@Nullable Sought sought, Side side, List<List<String>> facets, Dialect dialect) {
        var parts = new ArrayList<String>();
        List<Sought.Term> terms = sought == null ? List.of() : sought.wanted();
        terms.forEach(term -> parts.add(of(term, side, dialect)));
        facets.stream()
                .map(list ->
                        list.stream().map(facet -> word("f" + facet, dialect)).toList())
                .forEach(list -> parts.add(any(list, dialect)));
        String wanted = String.join(dialect == Dialect.SQLITE ? " AND " : " & ", parts);
        if (sought == null || sought.unwanted().isEmpty()) {
            return wanted;
        }
        String unwanted = any(
                sought.unwanted().stream().map(term -> of(term, side, dialect)).toList(), dialect);
        return dialect == Dialect.SQLITE ? "(" + wanted + ") NOT " + unwanted : wanted + " & !" + unwanted;
    }

    private static String of(Sought.Term term, Side side, Dialect dialect) {
        return switch (term) {
            case AnyForm(List<String> stems) ->
                any(
                        stems.stream()
                                .flatMap(
                                        stem -> letters(side, "c", "d").stream().map(letter -> letter + stem))
                                .map(word -> word(word, dialect))
                                .toList(),
                        dialect);
            case Beginning(String start) ->
                eachSide(side, dialect, letter -> word(letter + start, dialect) + beginning(dialect));
            case Phrase(List<String> words) -> eachSide(side, dialect, letter -> phrase(letter, words, dialect));
        };
    }

    private static String eachSide(Side side, Dialect dialect, Function<String, String> of) {
        return any(letters(side, "a", "b").stream().map(of).toList(), dialect);
    }

    private static List<String> letters(Side side, String visitor, String operator) {
        return switch (side) {
            case BOTH -> List.of(visitor, operator);
            case VISITOR -> List.of(visitor);
            case OPERATOR -> List.of(operator);
        };
    }

    private static String phrase(String letter, List<String> words, Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> words.stream().map(word -> letter + word).collect(Collectors.joining(" ", "\"", "\""));
            case POSTGRES ->
                words.stream().map(word -> word(letter + word, dialect)).collect(Collectors.joining(" <-> ", "(", ")"));
        };
    }

    private static String word(String word, Dialect dialect) {
        return dialect == Dialect.SQLITE ? "\"" + word + "\"" : "'" + word + "'";
    }

    private static String beginning(Dialect dialect) {
        return dialect == Dialect.SQLITE ? " *" : ":*";
    }

    private static String any(List<String> parts, Dialect dialect) {
        return "(" + String.join(dialect == Dialect.SQLITE ? " OR " : " | ", parts) + ")";
    }
}
