package chat.beseda.clients;

import chat.beseda.sites.SiteId;

/** A site introduces its clients in another way, or their cards are elsewhere. */
public record ClientSettingsChanged(SiteId site) {}
