package chat.beseda.sites;

import java.time.Duration;

/** Keeps the {@link Settings}. Reads come from memory. Thread-safe. */
public final class InstallationSettings {

    public Settings now() {
        return new Settings("Beseda", false, Duration.ofHours(12), Duration.ofHours(24), Duration.ofHours(72));
    }
}
