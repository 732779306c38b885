package chat.beseda.sites;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code site_words}. */
final class SqlWordStore {

    private record Row(SiteId site, String language, SiteWords words) {}

    Map<SiteId, Map<String, SiteWords>> all(Handle handle) {
        var all = new HashMap<SiteId, Map<String, SiteWords>>();
        handle.createQuery("SELECT site_id, language, title, placeholder, nobody, consent FROM site_words")
                .map((row, context) -> new Row(
                        new SiteId(row.getLong("site_id")),
                        row.getString("language"),
                        new SiteWords(
                                row.getString("title"),
                                row.getString("placeholder"),
                                row.getString("nobody"),
                                row.getString("consent"))))
                .forEach(row ->
                        all.computeIfAbsent(row.site, first -> new HashMap<>()).put(row.language, row.words));
        return all;
    }

    void put(Handle handle, SiteId site, Map<String, SiteWords> words) {
        handle.createUpdate("DELETE FROM site_words WHERE site_id = :site")
                .bind("site", site.value())
                .execute();
        words.forEach((language, each) -> handle.createUpdate("""
                        INSERT INTO site_words (site_id, language, title, placeholder, nobody, consent)
                        VALUES (:site, :language, :title, :placeholder, :nobody, :consent)
                        """)
                .bind("site", site.value())
                .bind("language", language)
                .bind("title", each.title())
                .bind("placeholder", each.placeholder())
                .bind("nobody", each.nobody())
                .bind("consent", each.consent())
                .execute());
    }
}
