package chat.beseda.sites;

import java.util.List;

/** A group of operators a visitor may choose, on some sites. */
public record Department(DepartmentId id, String name, List<SiteId> sites) {
    public Department {
        sites = List.copyOf(sites);
    }

    /** Without sites of its own it is of all of them. */
    public boolean serves(SiteId site) {
        return sites.isEmpty() || sites.contains(site);
    }
}
