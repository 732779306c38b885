package chat.beseda.knowledge;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A piece of knowledge in the languages somebody wrote it in; at least one.
 *
 * @param translations by language
 */
public record Article(ArticleId id, ArticlePlace place, Map<String, Translation> translations) {
    public Article {
        translations = Map.copyOf(translations);
    }

    /** In this language, whether published or not. */
    public Optional<Translation> in(String language) {
        return Optional.ofNullable(translations.get(language));
    }

    /** In the order of their languages' names. */
    public Collection<Translation> all() {
        return new TreeMap<>(translations).values();
    }

    Article with(ArticlePlace changed) {
        return new Article(id, changed, translations);
    }

    Article with(Translation changed) {
        var all = new TreeMap<>(translations);
        all.put(changed.language(), changed);
        return new Article(id, place, all);
    }

    Article without(String language) {
        var all = new TreeMap<>(translations);
        all.remove(language);
        return new Article(id, place, all);
    }
}
