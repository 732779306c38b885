package chat.beseda.routing;

import chat.beseda.sites.SiteId;

/** News: questions on a site find their department in another way now. */
public record ReceptionChanged(SiteId site) {}
