package chat.beseda.visits;

import chat.beseda.sites.SiteId;
import chat.beseda.storage.Documents;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code goal_pages}. */
final class SqlGoalPageStore {

    Map<SiteId, List<GoalPage>> all(Handle handle) {
        return handle.createQuery("SELECT site_id, goals FROM goal_pages")
                .map((row, context) -> Map.entry(
                        new SiteId(row.getLong("site_id")),
                        List.of(Documents.read(row.getString("goals"), GoalPage[].class))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void put(Handle handle, SiteId site, List<GoalPage> goals) {
        handle.createUpdate("""
                        INSERT INTO goal_pages (site_id, goals) VALUES (:site, :goals)
                        ON CONFLICT (site_id) DO UPDATE SET goals = excluded.goals
                        """)
                .bind("site", site.value())
                .bind("goals", Documents.text(goals))
                .execute();
    }
}
