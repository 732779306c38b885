package chat.beseda.settings;

import java.util.Map;
import org.jdbi.v3.core.Handle;

final class SqlSettingStore {

    Map<String, String> all(Handle handle) {
        return handle.createQuery("SELECT name, value FROM settings")
                .map((row, context) -> Map.entry(row.getString("name"), row.getString("value")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void put(Handle handle, String name, String value) {
        handle.createUpdate("""
                        INSERT INTO settings (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", name).bind("value", value).execute();
    }

    /** False when there is one of this name already. */
    boolean putFirst(Handle handle, String name, String value) {
        return handle.createUpdate(
                                "INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")
                        .bind("name", name)
                        .bind("value", value)
                        .execute()
                == 1;
    }
}
