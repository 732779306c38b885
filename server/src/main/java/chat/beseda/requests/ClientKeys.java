package chat.beseda.requests;

import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;

/**
 * What a request is known by to be of a client; empty text where nothing.
 *
 * @param client the site's own id of him, as its server signed it
 * @param phone E.164
 * @param email in small letters
 */
public record ClientKeys(SiteId site, VisitorId visitor, String client, String phone, String email) {

    /** One client left both, as far as can be told: they share a key. */
    public boolean areOfOne(ClientKeys other) {
        return visitor.equals(other.visitor)
                || (!client.isEmpty() && site.equals(other.site) && client.equals(other.client))
                || (!phone.isEmpty() && phone.equals(other.phone))
                || (!email.isEmpty() && email.equals(other.email));
    }
}
