package chat.beseda.knowledge;

import chat.beseda.knowledge.ArticleWords.SoughtWord;
import chat.beseda.words.Stems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds articles by words. Immutable: a change of an article makes another index, which shares the words of all the others. */
final class ArticleIndex {
    /** More of a question than this is not looked for. */
    private static final int LONGEST_QUESTION = 200;

    private static final int MOST_WORDS = 10;
    /** Of two that are found equally well the one in the reader's language comes first. */
    private static final double OWN_LANGUAGE = 1.5;

    private static final ArticleIndex EMPTY = new ArticleIndex(Map.of());

    private final Map<ArticleId, List<Entry>> entries;

    private ArticleIndex(Map<ArticleId, List<Entry>> entries) {
        this.entries = entries;
    }

    private record Entry(Article article, Translation translation, String text, ArticleWords words) {}

    private record Hit(Entry entry, double score, int met) {}

    static ArticleIndex of(List<Article> articles) {
        var entries = new LinkedHashMap<ArticleId, List<Entry>>();
        articles.forEach(article -> entries.put(article.id(), entries(article, List.of())));
        return articles.isEmpty() ? EMPTY : new ArticleIndex(entries);
    }

    ArticleIndex with(Article article) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(article.id(), entries(article, entries.getOrDefault(article.id(), List.of())));
        return new ArticleIndex(changed);
    }

    ArticleIndex without(ArticleId id) {
        var changed = new LinkedHashMap<>(entries);
        changed.remove(id);
        return new ArticleIndex(changed);
    }

    List<Article> all() {
        return entries.values().stream()
                .map(translations -> translations.getFirst().article())
                .toList();
    }

    @Nullable
    Article byId(ArticleId id) {
        List<Entry> found = entries.get(id);
        return found == null ? null : found.getFirst().article();
    }

    /**
     * Those with all the words, best first; when there is none, those with the most telling of them.
     *
     * @param language preferred
     */
    List<Found> find(String question, @Nullable String language, ArticleFilter filter, int most) {
        List<SoughtWord> sought = sought(question);
        List<Hit> hits = hits(sought, language, filter);
        boolean complete = hits.stream().anyMatch(hit -> hit.met() == sought.size());
        double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        var found = new LinkedHashMap<ArticleId, Found>();
        for (Hit hit : hits) {
            if (complete ? hit.met() == sought.size() : hit.score() >= best / 2) {
                found.putIfAbsent(hit.entry().article().id(), found(hit.entry(), sought));
            }
            if (found.size() == most) {
                break;
            }
        }
        return List.copyOf(found.values());
    }

    private List<Hit> hits(List<SoughtWord> sought, @Nullable String language, ArticleFilter filter) {
        List<Entry> looked = entries.values().stream()
                .flatMap(List::stream)
                .filter(entry -> filter.takes(entry.article(), entry.translation()))
                .toList();
        List<int[]> weights = looked.stream()
                .map(entry -> sought.stream().mapToInt(entry.words()::weigh).toArray())
                .toList();
        double[] rarity = IntStream.range(0, sought.size())
                .mapToDouble(word -> rarity(weights, word))
                .toArray();
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < looked.size(); i++) {
            int[] own = weights.get(i);
            double score = IntStream.range(0, own.length)
                    .mapToDouble(word -> own[word] * rarity[word])
                    .sum();
            int met = Math.toIntExact(
                    IntStream.of(own).filter(weight -> weight > 0).count());
            if (met > 0) {
                boolean preferred = looked.get(i).translation().language().equals(language);
                hits.add(new Hit(looked.get(i), preferred ? score * OWN_LANGUAGE : score, met));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return hits;
    }

    /** A word that every article has tells nothing. */
    private static double rarity(List<int[]> weights, int word) {
        ToIntFunction<int[]> met = each -> each[word] > 0 ? 1 : 0;
        int having = weights.stream().mapToInt(met).sum();
        return Math.log(1 + (1.0 + weights.size()) / (1 + having));
    }

    private static List<Entry> entries(Article article, List<Entry> before) {
        var stems = new Stems();
        return article.all().stream()
                .map(translation -> before.stream()
                        .filter(old -> old.translation().shown().equals(translation.shown()))
                        .findFirst()
                        .map(old -> new Entry(article, translation, old.text(), old.words()))
                        .orElseGet(() -> entry(article, translation, stems)))
                .toList();
    }

    private static Entry entry(Article article, Translation translation, Stems stems) {
        ArticleVersion shown = translation.shown();
        String text = Stems.whole(shown.document().plainText());
        return new Entry(article, translation, text, new ArticleWords(stems, shown, text));
    }

    private static List<SoughtWord> sought(String question) {
        var stems = new Stems();
        var seen = new HashSet<String>();
        var sought = new ArrayList<SoughtWord>();
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        Stems.words(Stems.whole(asked), (word, at) -> {
            if (sought.size() < MOST_WORDS && seen.add(word)) {
                sought.add(new SoughtWord(word, stems.of(word)));
            }
        });
        return sought;
    }

    private static Found found(Entry entry, List<SoughtWord> sought) {
        String excerpt = Excerpt.of(entry.text(), sought);
        return new Found(
                entry.article(), entry.translation(), entry.translation().shown(), excerpt);
    }
}
