package chat.beseda.reports;

import chat.beseda.operators.OperatorId;
import chat.beseda.settings.Lateness;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.worktime.Days;
import java.util.Set;

/**
 * What figures are asked of. An empty set of departments or operators asks for nothing in particular.
 *
 * @param sites always said, as it is what somebody may see
 * @param allSites whether these are all the sites that the asker may see; nobody works for single ones, so work is told only of all
 * @param operators conversations that one of these had; of their answers only their own count
 * @param seen all operators whose work the asker may see
 * @param within what counts as a quick first answer, in milliseconds
 * @param late what counts as late
 */
public record Question(
        Days days,
        Set<SiteId> sites,
        boolean allSites,
        Set<DepartmentId> departments,
        Set<OperatorId> operators,
        Set<OperatorId> seen,
        long within,
        Lateness late) {

    public Question {
        sites = Set.copyOf(sites);
        departments = Set.copyOf(departments);
        operators = Set.copyOf(operators);
        seen = Set.copyOf(seen);
    }

    /** The same of as many days, just before. */
    public Question before() {
        return new Question(days.before(), sites, allSites, departments, operators, seen, within, late);
    }

    /** Whose work it is about. */
    Set<OperatorId> workers() {
        return operators.isEmpty() ? seen : operators;
    }

    /** Nothing but sites and days: what visits and invitations can be told of. */
    boolean isOfSites() {
        return departments.isEmpty() && operators.isEmpty();
    }
}
