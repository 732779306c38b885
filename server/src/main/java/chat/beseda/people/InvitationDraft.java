package chat.beseda.people;

import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;

/** Whom an administrator wants to invite, unchecked. */
public record InvitationDraft(String email, Role role, Set<SiteId> sites, Set<DepartmentId> departments) {}
