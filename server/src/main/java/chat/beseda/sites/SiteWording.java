package chat.beseda.sites;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.storage.Database;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The {@link SiteWords} of every site by language. Reads come from memory; a change returns when it is durable. Thread-safe. */
public final class SiteWording {
    private static final int MAX_TITLE = 60;
    private static final int MAX_PLACEHOLDER = 80;
    private static final int MAX_NOBODY = 300;

    private final Database database;
    private final Audit audit;
    private final Consumer<Object> news;
    private final SqlWordStore store = new SqlWordStore();
    private final Map<SiteId, Map<String, SiteWords>> known = new ConcurrentHashMap<>();

    SiteWording(Database database, Audit audit, Consumer<Object> news) {
        this.database = database;
        this.audit = audit;
        this.news = news;
        known.putAll(database.read(store::all));
    }

    /** In a language of the product. */
    public SiteWords of(SiteId site, String language) {
        return known.getOrDefault(site, Map.of()).getOrDefault(language, SiteWords.NONE);
    }

    /** In every language of the product. */
    public Map<String, SiteWords> of(SiteId site) {
        var all = new HashMap<String, SiteWords>();
        Site.LANGUAGES.forEach(language -> all.put(language, of(site, language)));
        return all;
    }

    /**
     * Judges words and tidies them.
     *
     * @param said by language
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public static Map<String, SiteWords> checked(Map<String, SiteWords> said) {
        var checks = new FieldChecks();
        var kept = new HashMap<String, SiteWords>();
        said.forEach((language, words) -> {
            checks.oneOf("words", language, Site.LANGUAGES);
            String at = "words." + language + ".";
            kept.put(
                    language,
                    new SiteWords(
                            checks.line(at + "title", words.title(), 0, MAX_TITLE),
                            checks.line(at + "placeholder", words.placeholder(), 0, MAX_PLACEHOLDER),
                            checks.lines(at + "nobody", words.nobody(), 0, MAX_NOBODY),
                            checks.lines(at + "consent", words.consent(), 0, SiteRules.CONSENT_LENGTH)));
        });
        checks.refuse();
        return Map.copyOf(kept);
    }

    /** Replaces what a site says; a language that is left out speaks the product's words. Tells {@link SiteChanged}. */
    public void change(Actor actor, SiteId site, Map<String, SiteWords> said) {
        Map<String, SiteWords> words = checked(said);
        if (words.equals(known.getOrDefault(site, Map.of()))) {
            return;
        }
        database.write(tx -> {
            store.put(tx.handle(), site, words);
            audit.write(tx, actor, "site.worded", "site " + site, Map.of());
            tx.afterCommit(() -> {
                known.put(site, words);
                news.accept(new SiteChanged(site));
            });
            return words;
        });
    }
}
