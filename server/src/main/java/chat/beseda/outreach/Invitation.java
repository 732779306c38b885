package chat.beseda.outreach;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;

/**
 * A small window that offers a visitor help.
 *
 * @param rule the id of the rule that spoke,, {@link #BY_HAND} or {@link #BY_PAGE}
 * @param operator who offers: somebody on line when it was sent
 * @param at when it was sent, UTC epoch milliseconds
 */
public record Invitation(
        String id, SiteId site, VisitorId visitor, String rule, OperatorId operator, String text, long at) {
    /** In place of a rule's id: an operator sent it. */
    public static final String BY_HAND = "hand";

    /** In place of a rule's id: the site's own script asked for it. */
    public static final String BY_PAGE = "page";
}
