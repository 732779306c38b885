package chat.beseda.visitors;

import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The table {@code visitor_settings}. */
final class SqlSettingsStore {

    Map<SiteId, VisitorSettings> all(Handle handle) {
        var all = new HashMap<SiteId, VisitorSettings>();
        handle.createQuery("""
                        SELECT site_id, previews, asks_place, suggests, rating, files, file_megabytes, file_kinds,
                            pushes
                        FROM visitor_settings
                        """)
                .map((row, context) -> Map.entry(
                        new SiteId(row.getLong("site_id")),
                        new VisitorSettings(
                                row.getInt("previews") == 1,
                                row.getInt("asks_place") == 1,
                                row.getInt("suggests") == 1,
                                RatingScale.valueOf(row.getString("rating").toUpperCase(Locale.ROOT)),
                                row.getInt("files") == 1,
                                row.getInt("file_megabytes"),
                                Stream.of(row.getString("file_kinds").split(",", -1))
                                        .filter(kind -> !kind.isEmpty())
                                        .toList(),
                                row.getInt("pushes") == 1)))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void put(Handle handle, SiteId site, VisitorSettings settings) {
        handle.createUpdate("""
                        INSERT INTO visitor_settings
                            (site_id, previews, asks_place, suggests, rating, files, file_megabytes, file_kinds, pushes)
                        VALUES (:site, :previews, :asksPlace, :suggests, :rating, :files, :megabytes, :kinds, :pushes)
                        ON CONFLICT (site_id) DO UPDATE SET previews = excluded.previews, asks_place = excluded.asks_place,
                            suggests = excluded.suggests, rating = excluded.rating, files = excluded.files,
                            file_megabytes = excluded.file_megabytes, file_kinds = excluded.file_kinds, pushes = excluded.pushes
                        """)
                .bind("site", site.value())
                .bind("previews", settings.previews() ? 1 : 0)
                .bind("asksPlace", settings.asksPlace() ? 1 : 0)
                .bind("suggests", settings.suggests() ? 1 : 0)
                .bind("rating", settings.rating().name().toLowerCase(Locale.ROOT))
                .bind("files", settings.files() ? 1 : 0)
                .bind("megabytes", settings.fileMegabytes())
                .bind("kinds", String.join(",", settings.fileKinds()))
                .bind("pushes", settings.pushes() ? 1 : 0)
                .execute();
    }
}
