package chat.beseda.visitors;

import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The visitors of all sites. Thread-safe; calls block. */
@SuppressWarnings("DoNotCallSuggester")
public final class Visitors {
    public Visitors(Database database, Bus bus, IdSource ids, Clock clock) {}

    public Recognised recognise(SiteId site, @Nullable String visit, @Nullable String token, boolean panel) {
        throw new UnsupportedOperationException();
    }

    public Optional<Visitor> byId(VisitorId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Visitor> changeContacts(
            VisitorId id, @Nullable String name, @Nullable String email, @Nullable String phone) {
        throw new UnsupportedOperationException();
    }
}
