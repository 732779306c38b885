package chat.beseda.requestkinds;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
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

/** The kinds of requests of the installation. Reads come from memory; verbs return when the change is durable. Thread-safe. */
public final class RequestKinds {
    public static final int MOST = 50;

    private final Database database;
    private final Sites sites;
    private final Departments departments;
    private final Operators operators;
    private final IdSource ids;
    private final Audit audit;
    private final SqlKindStore store = new SqlKindStore();
    private final Map<KindId, RequestKind> known = new ConcurrentHashMap<>();

    public RequestKinds(
            Database database, Sites sites, Departments departments, Operators operators, IdSource ids, Audit audit) {
        this.database = database;
        this.sites = sites;
        this.departments = departments;
        this.operators = operators;
        this.ids = ids;
        this.audit = audit;
        database.read(store::all).forEach(kind -> known.put(kind.id(), kind));
    }

    /** All of them in their order, also those that are off. */
    public List<RequestKind> all() {
        return known.values().stream()
                .sorted(Comparator.comparingInt(
                                (RequestKind kind) -> kind.draft().order())
                        .thenComparingLong(kind -> kind.id().value()))
                .toList();
    }

    /** Those that visitors of a site may leave, in their order. */
    public List<RequestKind> of(SiteId site) {
        return all().stream()
                .filter(kind -> kind.draft().on() && kind.isOf(site))
                .toList();
    }

    public Optional<RequestKind> byId(KindId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** How many requests there are of each kind; without those that have none. */
    public Map<KindId, Integer> used() {
        return database.read(store::used);
    }

    /**
     * Makes one.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     * @throws Conflict {@code request_kinds_full}
     */
    public RequestKind create(Actor actor, KindDraft draft) {
        KindDraft checked = checked(draft, new FieldChecks());
        return database.write(transaction -> {
            if (store.all(transaction.handle()).size() >= MOST) {
                throw new Conflict("request_kinds_full");
            }
            return put(transaction, actor, "request_kind.created", new RequestKind(new KindId(ids.next()), checked));
        });
    }

    /**
     * Changes one; requests that were left stay as they are.
     *
     * @throws Unknown when there is none
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public RequestKind change(Actor actor, KindId id, KindDraft draft) {
        return database.write(transaction -> {
            RequestKind before = existing(transaction, id);
            var checks = new FieldChecks();
            if (before.draft().nature() != draft.nature()
                    && store.used(transaction.handle()).containsKey(id)) {
                checks.add("nature", "fixed", null, Map.of());
            }
            return put(transaction, actor, "request_kind.changed", new RequestKind(id, checked(draft, checks)));
        });
    }

    /**
     * Removes one of which no request was left.
     *
     * @throws Unknown when there is none
     * @throws Conflict {@code request_kind_used}, with their {@code count}
     */
    public void remove(Actor actor, KindId id) {
        database.write(transaction -> {
            RequestKind kind = existing(transaction, id);
            Integer used = store.used(transaction.handle()).get(id);
            if (used != null) {
                throw new Conflict("request_kind_used", Map.of("count", used.toString()));
            }
            store.remove(transaction.handle(), id);
            audit.write(transaction, actor, "request_kind.removed", about(id), told(kind));
            transaction.afterCommit(() -> known.remove(id));
            return true;
        });
    }

    private KindDraft checked(KindDraft draft, FieldChecks checks) {
        KindDraft kept = new KindChecks(checks).check(draft);
        if (draft.site() != null) {
            sites.checkKnown(checks, "site", List.of(draft.site()));
        }
        DepartmentId department = draft.department();
        if (department != null) {
            departments.checkKnown(checks, "department", List.of(department));
        }
        draft.rota().stream()
                .filter(id -> operators.byId(id).isEmpty())
                .map(OperatorId::toString)
                .forEach(id -> checks.add("rota", "unknown", id, Map.of()));
        checks.refuse();
        return kept;
    }

    private RequestKind put(Transaction transaction, Actor actor, String act, RequestKind kind) {
        store.put(transaction.handle(), kind);
        audit.write(transaction, actor, act, about(kind.id()), told(kind));
        transaction.afterCommit(() -> known.put(kind.id(), kind));
        return kind;
    }

    private RequestKind existing(Transaction transaction, KindId id) {
        return store.all(transaction.handle()).stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown("request_kind", id));
    }

    private static String about(KindId id) {
        return "request_kind " + id;
    }

    private static Map<String, String> told(RequestKind kind) {
        return Map.of(
                "name", kind.name("", ""), "on", Boolean.toString(kind.draft().on()));
    }
}
