package chat.beseda.guests;

import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;

/** A visitor whose window has shown its token, at a site that is served. */
public record Guest(Site site, Visitor visitor) {}
