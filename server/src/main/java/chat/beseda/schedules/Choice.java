package chat.beseda.schedules;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** What a report is narrowed to; an empty set leaves it to everything its owner may see. */
public record Choice(Set<SiteId> sites, Set<DepartmentId> departments, Set<OperatorId> operators) {
    public static final Choice EVERYTHING = new Choice(Set.of(), Set.of(), Set.of());

    public Choice {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
        operators = Set.copyOf(operators);
    }
}
