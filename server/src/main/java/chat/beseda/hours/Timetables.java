package chat.beseda.hours;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.hours.SqlTimetableStore.Kind;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The timetables of the installation, and which sites and departments go by which. Reads come from memory; verbs return when the
 * change is durable. Thread-safe.
 */
public final class Timetables {
    public static final int MOST = 50;

    private final Database database;
    private final Sites sites;
    private final Departments departments;
    private final IdSource ids;
    private final Audit audit;
    private final SqlTimetableStore store = new SqlTimetableStore();
    private final Map<TimetableId, Timetable> known = new ConcurrentHashMap<>();
    private final Map<SiteId, TimetableId> ofSites = new ConcurrentHashMap<>();
    private final Map<DepartmentId, TimetableId> ofDepartments = new ConcurrentHashMap<>();

    public Timetables(Database database, Sites sites, Departments departments, IdSource ids, Audit audit) {
        this.database = database;
        this.sites = sites;
        this.departments = departments;
        this.ids = ids;
        this.audit = audit;
        database.read(store::all).forEach(timetable -> known.put(timetable.id(), timetable));
        database.read(handle -> store.choices(handle, Kind.SITE))
                .forEach((id, chosen) -> ofSites.put(new SiteId(id), chosen));
        database.read(handle -> store.choices(handle, Kind.DEPARTMENT))
                .forEach((id, chosen) -> ofDepartments.put(new DepartmentId(id), chosen));
    }

    /** All of them, by name. */
    public List<Timetable> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Timetable::name)
                        .thenComparingLong(timetable -> timetable.id().value()))
                .toList();
    }

    /** The hours of a department, else of the site; nothing where it is always open. */
    public Optional<OpenHours> of(SiteId site, @Nullable DepartmentId department) {
        return Optional.ofNullable(department)
                .flatMap(this::of)
                .or(() -> of(site))
                .map(Timetable::hours);
    }

    /** What a site itself goes by; nothing: it is always open. */
    public Optional<Timetable> of(SiteId site) {
        return Optional.ofNullable(ofSites.get(site)).map(known::get);
    }

    /** What a department itself goes by; nothing: by its site. */
    public Optional<Timetable> of(DepartmentId department) {
        return Optional.ofNullable(ofDepartments.get(department)).map(known::get);
    }

    /**
     * Makes one, which nobody goes by yet.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     * @throws Conflict {@code hours_full}
     */
    public Timetable create(Actor actor, TimetableDraft draft) {
        return database.write(transaction -> {
            List<Timetable> all = store.all(transaction.handle());
            Timetable timetable = TimetableChecks.check(all, new TimetableId(ids.next()), draft);
            if (all.size() >= MOST) {
                throw new Conflict("hours_full");
            }
            return put(transaction, actor, "hours.created", timetable);
        });
    }

    /**
     * Changes it for everybody who goes by it.
     *
     * @throws Unknown when there is none
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Timetable change(Actor actor, TimetableId id, TimetableDraft draft) {
        return database.write(transaction -> {
            List<Timetable> all = store.all(transaction.handle());
            existing(all, id);
            return put(transaction, actor, "hours.changed", TimetableChecks.check(all, id, draft));
        });
    }

    /**
     * Removes one that nobody goes by.
     *
     * @throws Unknown when there is none
     * @throws Conflict {@code hours_used}, naming its {@code users}
     */
    public void remove(Actor actor, TimetableId id) {
        database.write(transaction -> {
            Timetable timetable = existing(store.all(transaction.handle()), id);
            List<String> users = users(transaction, id);
            if (!users.isEmpty()) {
                throw new Conflict("hours_used", Map.of("users", String.join(", ", users)));
            }
            store.remove(transaction.handle(), id);
            audit.write(transaction, actor, "hours.removed", about(id), Map.of("name", timetable.name()));
            transaction.afterCommit(() -> known.remove(id));
            return true;
        });
    }

    /**
     * Lets a site go by one.
     *
     * @param wanted null: always open
     * @throws Unknown when there is no such site
     * @throws chat.beseda.forms.InvalidFields when there is no such timetable
     */
    public void choose(Actor actor, SiteId site, @Nullable TimetableId wanted) {
        Site existing = sites.byId(site).orElseThrow(() -> new Unknown("site", site));
        choose(actor, Kind.SITE, site.value(), wanted, existing.name(), () -> put(ofSites, site, wanted));
    }

    /**
     * Lets a department go by one.
     *
     * @param wanted null: by its site
     * @throws Unknown when there is no such department
     * @throws chat.beseda.forms.InvalidFields when there is no such timetable
     */
    public void choose(Actor actor, DepartmentId department, @Nullable TimetableId wanted) {
        Department existing = departments.byId(department).orElseThrow(() -> new Unknown("department", department));
        choose(
                actor,
                Kind.DEPARTMENT,
                department.value(),
                wanted,
                existing.name(),
                () -> put(ofDepartments, department, wanted));
    }

    private void choose(
            Actor actor, Kind kind, long id, @Nullable TimetableId wanted, String name, Runnable afterwards) {
        database.write(transaction -> {
            String chosen = wanted == null ? "" : chosen(transaction, wanted).name();
            store.choose(transaction.handle(), kind, id, wanted);
            audit.write(
                    transaction,
                    actor,
                    "hours.chosen",
                    kind.stored() + " " + id,
                    Map.of("name", name, "timetable", chosen));
            transaction.afterCommit(afterwards);
            return true;
        });
    }

    private Timetable chosen(Transaction transaction, TimetableId wanted) {
        return store.all(transaction.handle()).stream()
                .filter(timetable -> timetable.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> {
                    var checks = new FieldChecks();
                    checks.add("timetable", "unknown", wanted.toString(), Map.of());
                    return checks.refusal();
                });
    }

    private static <K> void put(Map<K, TimetableId> choices, K key, @Nullable TimetableId wanted) {
        if (wanted == null) {
            choices.remove(key);
        } else {
            choices.put(key, wanted);
        }
    }

    private Timetable put(Transaction transaction, Actor actor, String act, Timetable timetable) {
        store.put(transaction.handle(), timetable);
        audit.write(transaction, actor, act, about(timetable.id()), Map.of("name", timetable.name()));
        transaction.afterCommit(() -> known.put(timetable.id(), timetable));
        return timetable;
    }

    /** Those that are no more use nothing. */
    private List<String> users(Transaction transaction, TimetableId id) {
        Map<Long, TimetableId> chosenBySites = store.choices(transaction.handle(), Kind.SITE);
        Map<Long, TimetableId> chosenByDepartments = store.choices(transaction.handle(), Kind.DEPARTMENT);
        return Stream.concat(
                        sites.all().stream()
                                .filter(site ->
                                        id.equals(chosenBySites.get(site.id().value())))
                                .map(Site::name),
                        departments.all().stream()
                                .filter(department -> id.equals(
                                        chosenByDepartments.get(department.id().value())))
                                .map(Department::name))
                .collect(Collectors.toList());
    }

    private static Timetable existing(List<Timetable> all, TimetableId id) {
        return all.stream()
                .filter(timetable -> timetable.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("hours", id));
    }

    private static String about(TimetableId id) {
        return "hours " + id;
    }
}
