package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** What an administrator says about an operator, unchecked. */
public record OperatorDraft(
        String name,
        String title,
        Role role,
        int capacity,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        boolean disabled) {}
