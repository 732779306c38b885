package chat.beseda.sites;

import java.util.List;

/** What an administrator says about a department, unchecked. */
public record DepartmentDraft(String name, List<SiteId> sites) {}
