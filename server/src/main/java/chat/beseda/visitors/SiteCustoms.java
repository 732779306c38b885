package chat.beseda.visitors;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.SiteChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The {@link VisitorSettings} of every site. Reads come from memory; a change returns when it is durable. Thread-safe. */
public final class SiteCustoms {
    private static final int MOST_MEGABYTES = 100;

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

    /**
     * Replaces a site's settings. Tells {@link SiteChanged}: the site's window looks different.
     *
     * @throws chat.beseda.forms.InvalidFields when a file may be too small or too large, or of a kind that there is not
     */
    public VisitorSettings change(Actor actor, SiteId site, VisitorSettings settings) {
        var checks = new FieldChecks();
        checks.range("fileMegabytes", settings.fileMegabytes(), 1, MOST_MEGABYTES);
        settings.fileKinds().forEach(kind -> checks.oneOf("fileKinds", kind, VisitorSettings.FILE_KINDS));
        if (settings.files() && settings.fileKinds().isEmpty()) {
            checks.add("fileKinds", "required", null, Map.of());
        }
        checks.refuse();
        return database.write(tx -> {
            store.put(tx.handle(), site, settings);
            var details = Map.of(
                    "previews",
                    Boolean.toString(settings.previews()),
                    "asksPlace",
                    Boolean.toString(settings.asksPlace()),
                    "suggests",
                    Boolean.toString(settings.suggests()),
                    "files",
                    Boolean.toString(settings.files()),
                    "fileMegabytes",
                    Integer.toString(settings.fileMegabytes()),
                    "fileKinds",
                    String.join(",", settings.fileKinds()),
                    "rating",
                    settings.rating().name(),
                    "pushes",
                    Boolean.toString(settings.pushes()));
            audit.write(tx, actor, "visitors.changed", "site " + site, details);
            tx.afterCommit(() -> {
                known.put(site, settings);
                bus.publish(new SiteChanged(site));
            });
            return settings;
        });
    }
}
