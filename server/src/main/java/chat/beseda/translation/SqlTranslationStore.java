package chat.beseda.translation;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code translation_service}. */
final class SqlTranslationStore {

    Optional<TranslationService> service(Handle handle) {
        return handle.createQuery("SELECT address, api_key FROM translation_service")
                .map((row, context) -> new TranslationService(row.getString("address"), row.getString("api_key")))
                .findFirst();
    }

    void put(Handle handle, TranslationService service) {
        handle.execute("DELETE FROM translation_service");
        if (service.isOn()) {
            handle.createUpdate("INSERT INTO translation_service (id, address, api_key) VALUES (1, :address, :key)")
                    .bind("address", service.address())
                    .bind("key", service.key())
                    .execute();
        }
    }
}
