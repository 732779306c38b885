package chat.beseda.outreach;

import chat.beseda.sites.SiteId;

/** News: a site's rules became others. */
public record OutreachChanged(SiteId site) {}
