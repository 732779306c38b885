package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/**
 * What an administrator decides about an operator.
 *
 * @param capacity how many conversations at once, 1 to 100
 * @param sites the sites they serve; empty means all
 */
public record Duties(
        Role role,
        int capacity,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        Abilities abilities,
        boolean disabled) {

    public Duties {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
    }
}
