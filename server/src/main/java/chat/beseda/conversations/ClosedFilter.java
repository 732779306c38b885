package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** Which closed conversations a list is of. Each has an index. */
public sealed interface ClosedFilter {

    record Any() implements ClosedFilter {}

    /** Those of some sites; of none when the set is empty. */
    record OfSites(Set<SiteId> sites) implements ClosedFilter {
        public OfSites {
            sites = Set.copyOf(sites);
        }
    }

    /** Those an operator answered last. */
    record OfOwner(OperatorId owner) implements ClosedFilter {}
}
