package chat.beseda.routing;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator as the router sees one.
 *
 * @param onLine wants questions, is connected and may answer: offers go nowhere else
 * @param goneSince when the console's last line ended, UTC epoch milliseconds; null while one is connected
 * @param capacity how many conversations at once; 0 takes none
 * @param sites those served; empty means all
 * @param abilities what a question may want, as {@code lang:ru}; one of whom no language is known may be asked in any
 */
public record Desk(
        OperatorId operator,
        boolean onLine,
        @Nullable Long goneSince,
        int capacity,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        Set<String> abilities) {

    static final String LANGUAGE = "lang:";
    static final String SKILL = "skill:";
    /** Of one who said nothing of languages. */
    static final String ANY_LANGUAGE = "lang:*";

    public Desk {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
        abilities = Set.copyOf(abilities);
    }

    boolean serves(SiteId site, @Nullable DepartmentId department) {
        return (sites.isEmpty() || sites.contains(site)) && (department == null || departments.contains(department));
    }

    boolean can(String want) {
        return abilities.contains(want) || (want.startsWith(LANGUAGE) && abilities.contains(ANY_LANGUAGE));
    }

    Desk offLine() {
        return new Desk(operator, false, goneSince, capacity, sites, departments, abilities);
    }
}
