package chat.beseda.operators;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: the one place that says so, for REST, sockets and polls alike. Pure functions. */
public final class Access {
    private Access() {}

    /** May use the console at all. */
    public static boolean maySignIn(Operator operator) {
        return !operator.disabled();
    }

    public static boolean may(Operator operator, Permission permission) {
        return !operator.disabled() && operator.role().atLeast(leastRole(permission));
    }

    /** The site is one of theirs; administrators serve every site. */
    public static boolean maySee(Operator operator, SiteId site) {
        return !operator.disabled() && (operator.role() == Role.ADMINISTRATOR || operator.serves(site));
    }

    /** May read what is said of a colleague besides the name and the face: they share a site, or it is oneself. */
    public static boolean maySee(Operator operator, Operator colleague) {
        return may(operator, Permission.MANAGE_PEOPLE)
                || operator.id().equals(colleague.id())
                || (may(operator, Permission.SEE_PEOPLE)
                        && (operator.sites().isEmpty()
                                || colleague.role() == Role.ADMINISTRATOR
                                || colleague.sites().isEmpty()
                                || colleague.sites().stream().anyMatch(operator::serves)));
    }

    /** May read a conversation of this site and department (null: of no department). */
    public static boolean mayRead(Operator operator, SiteId site, @Nullable DepartmentId department) {
        return maySee(operator, site)
                && (department == null
                        || operator.departments().contains(department)
                        || may(operator, Permission.READ_ALL));
    }

    /** May take or answer it; reading is the whole condition as yet, ownership is the conversation's own matter. */
    public static boolean mayAnswer(Operator operator, SiteId site, @Nullable DepartmentId department) {
        return may(operator, Permission.ANSWER) && mayRead(operator, site, department);
    }

    public static Set<Permission> permissionsOf(Operator operator) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (may(operator, permission)) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    private static Role leastRole(Permission permission) {
        return switch (permission) {
            case ANSWER -> Role.OPERATOR;
            case READ_ALL, TAKE_OVER, SEE_PEOPLE, MANAGE_ANSWERS, MANAGE_KNOWLEDGE -> Role.SUPERVISOR;
            case MANAGE_PEOPLE, MANAGE_SITES, MANAGE_SETTINGS -> Role.ADMINISTRATOR;
        };
    }
}
