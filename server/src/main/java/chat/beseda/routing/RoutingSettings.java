package chat.beseda.routing;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Facts;
import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Abilities;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of each site, and of those departments that have their own. Reads come from memory; verbs return when the change is
 * durable. Thread-safe.
 */
public final class RoutingSettings {
    private static final long LEAST_OFFER = RoutingRules.SHORTEST_OFFER.toSeconds();
    private static final long MOST_OFFER = RoutingRules.LONGEST_OFFER.toSeconds();
    private static final long MOST_GRACE = Duration.ofMinutes(10).toSeconds();
    private static final long MOST_SILENCE = 60;
    private static final long LEAST_OVERFLOW = 10;
    private static final long MOST_OVERFLOW = Duration.ofHours(1).toSeconds();
    private static final long LEAST_ANSWER = 10;
    private static final long MOST_ANSWER = Duration.ofMinutes(15).toSeconds();
    private static final int MOST_PRIORITY = 100;

    private final Database database;
    private final Departments departments;
    private final Audit audit;
    private final Bus bus;
    private final SqlRuleStore store = new SqlRuleStore();
    private final Map<Scope, RoutingRules> known = new ConcurrentHashMap<>();

    public RoutingSettings(Database database, Departments departments, Audit audit, Bus bus) {
        this.database = database;
        this.departments = departments;
        this.audit = audit;
        this.bus = bus;
        known.putAll(database.read(store::all));
    }

    /** What rules are for. */
    public sealed interface Scope {
        long id();

        /** {@code site} or {@code department}. */
        String name();
    }

    /** The questions of a site. */
    public record OfSite(SiteId site) implements Scope {
        @Override
        public long id() {
            return site.value();
        }

        @Override
        public String name() {
            return "site";
        }
    }

    /** The questions of a department, whatever the site. */
    public record OfDepartment(DepartmentId department) implements Scope {
        @Override
        public long id() {
            return department.value();
        }

        @Override
        public String name() {
            return "department";
        }
    }

    /**
     * The rules that hold: of the department if it has its own, else of the site, else the standard ones. What would overflow
     * to a department of other sites, where nobody could read it, stays.
     */
    public RoutingRules of(SiteId site, @Nullable DepartmentId department) {
        RoutingRules rules = Optional.ofNullable(department)
                .map(own -> known.get(new OfDepartment(own)))
                .orElseGet(() -> known.getOrDefault(new OfSite(site), RoutingRules.standard()));
        DepartmentId overflow = rules.overflow();
        return overflow == null
                        || departments
                                .byId(overflow)
                                .filter(there -> there.serves(site))
                                .isPresent()
                ? rules
                : rules.withoutOverflow();
    }

    /** The department, or nothing when there is no such department any more: its questions are everybody's. */
    @Nullable
    DepartmentId existing(@Nullable DepartmentId department) {
        return department == null || departments.byId(department).isEmpty() ? null : department;
    }

    /** Whether it counts against its owner's capacity: one nobody speaks in leaves room for another. */
    public boolean counts(Conversation.Active conversation, long now) {
        Facts facts = conversation.facts();
        return now - facts.lastWordAt()
                < of(facts.site(), facts.department()).silence().toMillis();
    }

    /** What was set for this and nothing else. */
    public Optional<RoutingRules> own(Scope scope) {
        return Optional.ofNullable(known.get(scope));
    }

    /**
     * Sets rules.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong with them
     */
    public RoutingRules change(Actor actor, Scope scope, RoutingDraft draft) {
        RoutingRules rules = check(scope, draft);
        return database.write(transaction -> {
            store.put(transaction.handle(), scope, rules);
            audit.write(
                    transaction,
                    actor,
                    "routing.changed",
                    scope.name() + " " + scope.id(),
                    Map.of("mode", rules.mode().name()));
            transaction.afterCommit(() -> {
                known.put(scope, rules);
                bus.publish(new RoutingChanged());
            });
            return rules;
        });
    }

    /** Lets the rules of what is around hold again. */
    public void reset(Actor actor, Scope scope) {
        database.write(transaction -> {
            store.remove(transaction.handle(), scope);
            audit.write(transaction, actor, "routing.reset", scope.name() + " " + scope.id(), Map.of());
            transaction.afterCommit(() -> {
                known.remove(scope);
                bus.publish(new RoutingChanged());
            });
            return scope;
        });
    }

    /** Whether any question of the scope may come to the department. One that is not there is another fault. */
    private boolean meets(Scope scope, DepartmentId overflow) {
        return departments
                .byId(overflow)
                .map(there -> switch (scope) {
                    case OfSite(SiteId site) -> there.serves(site);
                    case OfDepartment(DepartmentId id) ->
                        departments
                                .byId(id)
                                .map(Department::sites)
                                .filter(sites -> !sites.isEmpty())
                                .map(sites -> sites.stream().anyMatch(there::serves))
                                .orElse(true);
                })
                .orElse(true);
    }

    private RoutingRules check(Scope scope, RoutingDraft draft) {
        var checks = new FieldChecks();
        checks.range("offerSeconds", draft.offerSeconds(), LEAST_OFFER, MOST_OFFER);
        checks.range("graceSeconds", draft.graceSeconds(), 0, MOST_GRACE);
        checks.range("silenceMinutes", draft.silenceMinutes(), 1, MOST_SILENCE);
        checks.range("overflowSeconds", draft.overflowSeconds(), LEAST_OVERFLOW, MOST_OVERFLOW);
        checks.range("answerSeconds", draft.answerSeconds(), LEAST_ANSWER, MOST_ANSWER);
        String skill = checks.line("skill", draft.skill(), 0, Abilities.LONGEST_SKILL);
        checks.range("priority", draft.priority(), -MOST_PRIORITY, MOST_PRIORITY);
        DepartmentId overflow = draft.overflow();
        if (overflow != null) {
            departments.checkKnown(checks, "overflow", List.of(overflow));
            if (scope.equals(new OfDepartment(overflow))) {
                checks.add("overflow", "itself", overflow.toString(), Map.of());
            }
            if (!meets(scope, overflow)) {
                checks.add("overflow", "elsewhere", overflow.toString(), Map.of());
            }
        }
        checks.refuse();
        return draft.withSkill(skill.toLowerCase(Locale.ROOT)).rules();
    }
}
