package chat.beseda.visitors;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.sites.SiteChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link VisitorSettings} of every site. Reads come from memory; a change returns when it is durable. Thread-safe. */
public final class SiteCustoms {
    private final Database database;
    private final Bus bus;
    private final Audit audit;
    private final SqlSettingsStore store = new SqlSettingsStore();
    private final Map<SiteId, VisitorSettings> known = new ConcurrentHashMap<>();

    public SiteCustoms(Database database, Bus bus, Audit audit) {
        this.database = database;
        this.bus = bus;
        this.audit = audit;
        known.putAll(database.read(store::all));
    }

    public VisitorSettings of(SiteId site) {
        return known.getOrDefault(site, VisitorSettings.STANDARD);
    }

    /** Replaces a site's settings. Tells {@link SiteChanged}: the site's window looks different. */
    public VisitorSettings change(Actor actor, SiteId site, VisitorSettings settings) {
        return database.write(tx -> {
            store.put(tx.handle(), site, settings);
            var details = Map.of(
                    "previews",
                    Boolean.toString(settings.previews()),
                    "asksPlace",
                    Boolean.toString(settings.asksPlace()));
            audit.write(tx, actor, "visitors.changed", "site " + site, details);
            tx.afterCommit(() -> {
                known.put(site, settings);
                bus.publish(new SiteChanged(site));
            });
            return settings;
        });
    }
}
