package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final SiteId OWN = new SiteId(1);
    private static final SiteId FOREIGN = new SiteId(2);
    private static final DepartmentId SALES = new DepartmentId(3);
    private static final DepartmentId HELP = new DepartmentId(4);

    /** Each of them is limited to the site 1 and belongs to the department 3. */
    @ParameterizedTest
    @CsvSource({
        "OPERATOR, false, true, false, true, true, false, false",
        "SUPERVISOR, false, true, false, true, true, true, false",
        "ADMINISTRATOR, false, true, true, true, true, true, true",
        "OPERATOR, true, false, false, false, false, false, false",
        "SUPERVISOR, true, false, false, false, false, false, false",
        "ADMINISTRATOR, true, false, false, false, false, false, false"
    })
    void whoSeesWhat(
            Role role,
            boolean disabled,
            boolean ownSite,
            boolean foreignSite,
            boolean ofNoDepartment,
            boolean ofOwnDepartment,
            boolean ofForeignDepartment,
            boolean ofForeignSite) {
        Operator operator = operator(role, disabled);

        assertThat(Access.maySee(operator, OWN)).isEqualTo(ownSite);
        assertThat(Access.maySee(operator, FOREIGN)).isEqualTo(foreignSite);
        assertThat(Access.mayRead(operator, OWN, null)).isEqualTo(ofNoDepartment);
        assertThat(Access.mayRead(operator, OWN, SALES)).isEqualTo(ofOwnDepartment);
        assertThat(Access.mayRead(operator, OWN, HELP)).isEqualTo(ofForeignDepartment);
        assertThat(Access.mayRead(operator, FOREIGN, null)).isEqualTo(ofForeignSite);
        assertThat(Access.mayAnswer(operator, OWN, HELP)).isEqualTo(ofForeignDepartment);
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR, 1", "SUPERVISOR, 6", "ADMINISTRATOR, 9"})
    void rolesIncludeOneAnother(Role role, int permissions) {
        assertThat(Access.permissionsOf(operator(role, false))).hasSize(permissions);
        assertThat(Access.permissionsOf(operator(role, true))).isEmpty();
    }

    /** A supervisor of the site 1. */
    @ParameterizedTest
    @CsvSource({
        "OPERATOR, 1, true",
        "OPERATOR, 2, false",
        "SUPERVISOR, 2, false",
        "OPERATOR, 0, true",
        "ADMINISTRATOR, 2, true"
    })
    void colleaguesOfOtherSitesAreNobodysBusiness(Role role, long site, boolean seen) {
        Operator colleague = operator(10, role, site == 0 ? Set.of() : Set.of(new SiteId(site)), false);

        assertThat(Access.maySee(operator(Role.SUPERVISOR, false), colleague)).isEqualTo(seen);
        assertThat(Access.maySee(operator(9, Role.SUPERVISOR, Set.of(), false), colleague))
                .isTrue();
        assertThat(Access.maySee(operator(Role.ADMINISTRATOR, false), colleague))
                .isTrue();
        assertThat(Access.maySee(operator(Role.OPERATOR, false), colleague)).isFalse();
        assertThat(Access.maySee(colleague, colleague)).isTrue();
    }

    private static Operator operator(Role role, boolean disabled) {
        return operator(9, role, Set.of(OWN), disabled);
    }

    private static Operator operator(long id, Role role, Set<SiteId> sites, boolean disabled) {
        return new Operator(
                new OperatorId(id),
                "anna@example.org",
                new Profile("Anna", "", null, "ru", "system"),
                new Duties(role, 5, sites, Set.of(SALES), Abilities.none(), disabled),
                OperatorState.ONLINE,
                OperatorState.Why.OWN,
                0,
                null);
    }
}
