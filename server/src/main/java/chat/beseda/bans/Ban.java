package chat.beseda.bans;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is not served on a site.
 *
 * @param network the address everybody of is meant; null when it is the visitor alone
 * @param visitor who is meant, or because of whom the address is
 * @param operator who decided it
 * @param until UTC epoch milliseconds; null for ever
 * @param reason for colleagues, may be empty
 */
public record Ban(
        long id,
        SiteId site,
        @Nullable String network,
        VisitorId visitor,
        OperatorId operator,
        long at,
        @Nullable Long until,
        String reason) {

    /** Still holds at that time. */
    public boolean holds(long now) {
        return until == null || until > now;
    }

    Subject subject() {
        return new Subject(site, network, network == null ? visitor : null);
    }

    /** Whom a ban is about, named so that there can only be one of each. */
    record Subject(
            SiteId site, @Nullable String network, @Nullable VisitorId visitor) {}
}
