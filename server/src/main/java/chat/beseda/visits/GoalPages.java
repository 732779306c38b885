package chat.beseda.visits;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which pages of which site are goals. Read from memory; a change returns when it is durable. Thread-safe. */
public final class GoalPages {
    private static final int MOST = 20;
    private static final int NAME_LENGTH = 64;
    private static final double LARGEST = 1e12;

    private final Database database;
    private final Audit audit;
    private final SqlGoalPageStore store = new SqlGoalPageStore();
    private final Map<SiteId, List<GoalPage>> known = new ConcurrentHashMap<>();

    public GoalPages(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
        known.putAll(database.read(store::all));
    }

    public List<GoalPage> of(SiteId site) {
        return known.getOrDefault(site, List.of());
    }

    /** Those that the page is about, each name once. */
    List<GoalPage> reachedOn(SiteId site, String url) {
        var reached = new ArrayList<GoalPage>();
        for (GoalPage goal : of(site)) {
            boolean first = reached.stream().noneMatch(other -> other.name().equals(goal.name()));
            if (first && goal.page().matches(url)) {
                reached.add(goal);
            }
        }
        return reached;
    }

    /**
     * Replaces a site's.
     *
     * @throws chat.beseda.forms.InvalidFields when there are too many, a page is none, a name is missing or a value is out of range
     */
    public List<GoalPage> change(Actor actor, SiteId site, List<GoalPage> goals) {
        List<GoalPage> checked = checked(goals);
        return database.write(tx -> {
            store.put(tx.handle(), site, checked);
            audit.write(tx, actor, "goals.changed", "site " + site, Map.of("goals", Documents.text(checked)));
            tx.afterCommit(() -> known.put(site, checked));
            return checked;
        });
    }

    private static List<GoalPage> checked(List<GoalPage> goals) {
        var checks = new FieldChecks();
        checks.range("goals", goals.size(), 0, MOST);
        checks.refuse();
        var checked = new ArrayList<GoalPage>();
        for (int i = 0; i < goals.size(); i++) {
            GoalPage goal = goals.get(i);
            String field = "goals." + i + ".";
            String pattern = goal.page().text();
            if (!goal.page().isReadable()) {
                checks.add(field + "page", "page_pattern", pattern, Map.of("value", pattern));
            }
            Double value = goal.value();
            if (value != null && !(value >= 0 && value <= LARGEST)) {
                checks.range(field + "value", -1, 0, (long) LARGEST);
            }
            checked.add(new GoalPage(goal.page(), checks.line(field + "name", goal.name(), 1, NAME_LENGTH), value));
        }
        checks.refuse();
        return List.copyOf(checked);
    }
}
