package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** What is known of a person at the moment they join: by invitation, at the first set-up, or in a demo. Unchecked. */
public record NewOperator(
        String name,
        String email,
        String title,
        Role role,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        String locale,
        String password) {}
