package chat.beseda.archive;

import chat.beseda.archive.Sought.AnyForm;
import chat.beseda.archive.Sought.Beginning;
import chat.beseda.archive.Sought.Phrase;
import chat.beseda.storage.Dialect;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of a conversation as the index holds them, and a search in the language of the engine that holds it. A word has a letter
 * before it: a, b and e are the visitor's and the operators' words and notes as they stand, c, d and g their stems, f is what filters ask
 * for. So both engines answer the same, and a filter costs no more than a word.
 */
final class IndexedWords {
    /** Between two messages, so that no phrase reaches over both. */
    private static final String GAP = "z";

    private static final int MOST = 60_000;

    private IndexedWords() {}

    /** All of a conversation: what was said, in the order in which it stands. */
    static List<String> of(List<Summary.Said> all, List<String> facets) {
        var stems = new Stems();
        var words = new ArrayList<String>();
        var forms = new ArrayList<String>();
        for (Summary.Said said : all) {
            Voice voice = Voice.of(said);
            Stems.words(Stems.whole(said.text()), (word, at) -> {
                words.add(voice.word + word);
                stems.all(word).forEach(stem -> forms.add(voice.stem + stem));
            });
            words.add(GAP);
        }
        words.addAll(forms.stream().distinct().toList());
        List<String> most = words.subList(0, Math.min(MOST, words.size()));
        var held = new ArrayList<>(most);
        facets.forEach(facet -> held.add("f" + facet));
        return held;
    }

    /**
     * A search for the engine.
     *
     * @param sought null for whatever was said
     * @param facets one of each list has to be met
     */
    static String query(@Nullable Sought sought, Set<Voice> voices, List<List<String>> facets, Dialect dialect) {
        var parts = new ArrayList<String>();
        List<Sought.Term> terms = sought == null ? List.of() : sought.wanted();
        terms.forEach(term -> parts.add(of(term, voices, dialect)));
        facets.stream()
                .map(list ->
                        list.stream().map(facet -> word("f" + facet, dialect)).toList())
                .forEach(list -> parts.add(any(list, dialect)));
        String wanted = String.join(dialect == Dialect.SQLITE ? " AND " : " & ", parts);
        if (sought == null || sought.unwanted().isEmpty()) {
            return wanted;
        }
        String unwanted = any(
                sought.unwanted().stream()
                        .map(term -> of(term, voices, dialect))
                        .toList(),
                dialect);
        return dialect == Dialect.SQLITE ? "(" + wanted + ") NOT " + unwanted : wanted + " & !" + unwanted;
    }

    private static String of(Sought.Term term, Set<Voice> voices, Dialect dialect) {
        return switch (term) {
            case AnyForm(List<String> stems) ->
                any(
                        stems.stream()
                                .flatMap(stem -> voices.stream().map(voice -> voice.stem + stem))
                                .map(word -> word(word, dialect))
                                .toList(),
                        dialect);
            case Beginning(String start) ->
                eachVoice(voices, dialect, letter -> word(letter + start, dialect) + beginning(dialect));
            case Phrase(List<String> words) -> eachVoice(voices, dialect, letter -> phrase(letter, words, dialect));
        };
    }

    private static String eachVoice(Set<Voice> voices, Dialect dialect, Function<String, String> of) {
        return any(voices.stream().map(voice -> of.apply(voice.word)).toList(), dialect);
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
