package chat.beseda.visitors;

import chat.beseda.sites.SiteId;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code visitor_settings}. */
final class SqlSettingsStore {

    Map<SiteId, VisitorSettings> all(Handle handle) {
        var all = new HashMap<SiteId, VisitorSettings>();
        handle.createQuery("SELECT site_id, previews, asks_place FROM visitor_settings")
                .map((row, context) -> Map.entry(
                        new SiteId(row.getLong("site_id")),
                        new VisitorSettings(row.getInt("previews") == 1, row.getInt("asks_place") == 1)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void put(Handle handle, SiteId site, VisitorSettings settings) {
        handle.createUpdate("""
                        INSERT INTO visitor_settings (site_id, previews, asks_place) VALUES (:site, :previews, :asksPlace)
                        ON CONFLICT (site_id) DO UPDATE SET previews = excluded.previews, asks_place = excluded.asks_place
                        """)
                .bind("site", site.value())
                .bind("previews", settings.previews() ? 1 : 0)
                .bind("asksPlace", settings.asksPlace() ? 1 : 0)
                .execute();
    }
}
