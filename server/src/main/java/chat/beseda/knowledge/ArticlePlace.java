package chat.beseda.knowledge;

import chat.beseda.sites.SiteId;
import java.util.Set;

/**
 * Where an article is shown.
 *
 * @param sites none: all of them
 */
public record ArticlePlace(Audience audience, Set<SiteId> sites) {
    public ArticlePlace {
        sites = Set.copyOf(sites);
    }

    /** Whether visitors of this site may read what is published of it. */
    public boolean isPublicOn(SiteId site) {
        return audience == Audience.PUBLIC && isOf(site);
    }

    /** Whether it is about this site. */
    public boolean isOf(SiteId site) {
        return sites.isEmpty() || sites.contains(site);
    }
}
