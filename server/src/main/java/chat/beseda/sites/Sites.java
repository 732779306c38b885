package chat.beseda.sites;

import java.util.List;
import java.util.Optional;

/** The sites of the installation. Reads come from memory and cost nothing; verbs return when the change is durable. Thread-safe. */
public final class Sites {

    public Optional<Site> byKey(String key) {
        return Optional.empty();
    }

    public Optional<Site> byId(SiteId id) {
        return Optional.empty();
    }

    /** All of them, disabled ones too, oldest first. */
    public List<Site> all() {
        return List.of();
    }
}
