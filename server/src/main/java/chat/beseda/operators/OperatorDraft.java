package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says about an operator, unchecked.
 *
 * @param abilities null when nothing was said of them, and they stay as they are
 */
public record OperatorDraft(
        String name,
        String title,
        Role role,
        int capacity,
        Set<SiteId> sites,
        Set<DepartmentId> departments,
        @Nullable Abilities abilities,
        boolean disabled) {

    public OperatorDraft(
            String name,
            String title,
            Role role,
            int capacity,
            Set<SiteId> sites,
            Set<DepartmentId> departments,
            boolean disabled) {
        this(name, title, role, capacity, sites, departments, null, disabled);
    }
}
