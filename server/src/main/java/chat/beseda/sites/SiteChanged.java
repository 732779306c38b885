package chat.beseda.sites;

/** News: a site was made, changed or removed. */
public record SiteChanged(SiteId site) {}
