package chat.beseda.people;

import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** A link that makes its holder an operator, once. Sites and departments as in {@link Operator}. */
public record Invitation(
        long id,
        String email,
        Role role,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        long createdAt,
        long expiresAt) {
    public Invitation {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
    }
}
