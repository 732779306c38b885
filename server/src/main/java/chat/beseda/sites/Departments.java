package chat.beseda.sites;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The departments of the installation. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class Departments {
    private static final int NAME_LENGTH = 100;

    private final Database database;
    private final IdSource ids;
    private final Sites sites;
    private final Audit audit;
    private final Consumer<Object> news;
    private final SqlDepartmentStore store = new SqlDepartmentStore();
    private final Map<DepartmentId, Department> known = new ConcurrentHashMap<>();

    /** @param news told {@link DepartmentsChanged} after each change: the bus */
    public Departments(Database database, IdSource ids, Sites sites, Audit audit, Consumer<Object> news) {
        this.database = database;
        this.ids = ids;
        this.sites = sites;
        this.audit = audit;
        this.news = news;
        database.read(store::all).forEach(department -> known.put(department.id(), department));
    }

    public Optional<Department> byId(DepartmentId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** All of them, by name. */
    public List<Department> all() {
        return known.values().stream()
                .sorted(Comparator.comparing(Department::name)
                        .thenComparing(department -> department.id().toString()))
                .toList();
    }

    /**
     * Makes a department.
     *
     * @throws InvalidFields when the name is empty or taken, or a site is unknown
     */
    public Department create(Actor actor, DepartmentDraft draft) {
        Department department = check(new DepartmentId(ids.next()), draft);
        return database.write(transaction -> {
            store.insert(transaction.handle(), department);
            return done(transaction, actor, "department.created", department);
        });
    }

    /**
     * Changes the name and the sites.
     *
     * @throws Unknown when there is no such department
     * @throws InvalidFields when the name is empty or taken, or a site is unknown
     */
    public Department change(Actor actor, DepartmentId id, DepartmentDraft draft) {
        existing(id);
        Department department = check(id, draft);
        return database.write(transaction -> {
            store.update(transaction.handle(), department);
            return done(transaction, actor, "department.changed", department);
        });
    }

    /**
     * Removes the department. Its operators stay; its conversations are then read by those who may read all.
     *
     * @throws Unknown when there is no such department
     */
    public void remove(Actor actor, DepartmentId id) {
        Department department = existing(id);
        database.write(transaction -> {
            store.delete(transaction.handle(), id);
            audit.write(transaction, actor, "department.removed", "department " + id, names(department));
            transaction.afterCommit(() -> {
                known.remove(id);
                news.accept(new DepartmentsChanged());
            });
            return id;
        });
    }

    /** Notes every id that names no department. */
    public void checkKnown(FieldChecks checks, String field, Collection<DepartmentId> ids) {
        for (DepartmentId id : ids) {
            if (!known.containsKey(id)) {
                checks.add(field, "unknown", id.toString(), Map.of());
            }
        }
    }

    private Department done(Transaction transaction, Actor actor, String act, Department department) {
        audit.write(transaction, actor, act, "department " + department.id(), names(department));
        transaction.afterCommit(() -> {
            known.put(department.id(), department);
            news.accept(new DepartmentsChanged());
        });
        return department;
    }

    private Department existing(DepartmentId id) {
        return byId(id).orElseThrow(() -> new Unknown("department", id));
    }

    private Department check(DepartmentId id, DepartmentDraft draft) {
        var checks = new FieldChecks();
        String name = checks.line("name", draft.name(), 1, NAME_LENGTH);
        if (all().stream()
                .anyMatch(other -> other.name().equals(name) && !other.id().equals(id))) {
            checks.add("name", "taken", name, Map.of());
        }
        sites.checkKnown(checks, "sites", draft.sites());
        checks.refuse();
        return new Department(id, name, draft.sites().stream().distinct().toList());
    }

    private static Map<String, String> names(Department department) {
        return Map.of("name", department.name());
    }
}
