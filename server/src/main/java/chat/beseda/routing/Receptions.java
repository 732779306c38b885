package chat.beseda.routing;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which department each site's questions are for. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class Receptions {
    private static final int MOST_PAGES = 100;

    private final Database database;
    private final Departments departments;
    private final Audit audit;
    private final Bus bus;
    private final SqlReceptionStore store = new SqlReceptionStore();
    private final Map<SiteId, Reception> known = new ConcurrentHashMap<>();

    public Receptions(Database database, Departments departments, Audit audit, Bus bus) {
        this.database = database;
        this.departments = departments;
        this.audit = audit;
        this.bus = bus;
        known.putAll(database.read(store::all));
    }

    /** As it was set; departments that are no more are left out. */
    public Reception of(SiteId site) {
        Reception set = known.getOrDefault(site, Reception.standard());
        return new Reception(
                set.asks(),
                set.pages().stream()
                        .filter(each -> departments.byId(each.department()).isPresent())
                        .toList());
    }

    /** What a visitor may choose from; nothing where visitors are not asked. */
    public List<Department> choices(SiteId site) {
        return of(site).asks()
                ? departments.all().stream().filter(each -> each.serves(site)).toList()
                : List.of();
    }

    /**
     * The department of a new question: the one chosen, if it may be, else that of the page; null for all of the site.
     *
     * @param chosen what the visitor's browser says: anything
     * @param address of the page; empty for none
     */
    public @Nullable DepartmentId department(SiteId site, @Nullable String chosen, String address) {
        return choices(site).stream()
                .map(Department::id)
                .filter(id -> id.toString().equals(chosen))
                .findFirst()
                .or(() -> address.isEmpty() ? Optional.empty() : of(site).of(address))
                .orElse(null);
    }

    /**
     * Sets it.
     *
     * @throws chat.beseda.forms.InvalidFields naming every pattern that is none and every department that is not there
     */
    public Reception change(Actor actor, SiteId site, Reception wanted) {
        check(wanted);
        return database.write(transaction -> {
            store.put(transaction.handle(), site, wanted);
            audit.write(transaction, actor, "reception.changed", "site " + site, Map.of());
            transaction.afterCommit(() -> {
                known.put(site, wanted);
                bus.publish(new ReceptionChanged(site));
            });
            return wanted;
        });
    }

    private void check(Reception wanted) {
        var checks = new FieldChecks();
        List<Reception.OfPages> pages = wanted.pages();
        checks.range("pages.length", pages.size(), 0, MOST_PAGES);
        for (int i = 0; i < Math.min(pages.size(), MOST_PAGES); i++) {
            String field = "pages[" + i + "].";
            Reception.OfPages each = pages.get(i);
            String pattern = each.pattern().text();
            if (!each.pattern().isReadable()) {
                checks.add(field + "pattern", "page_pattern", pattern, Map.of("value", pattern));
            }
            departments.checkKnown(checks, field + "department", List.of(each.department()));
        }
        checks.refuse();
    }
}
