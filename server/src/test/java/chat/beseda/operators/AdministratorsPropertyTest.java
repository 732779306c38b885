package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.forms.Conflict;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/** Whatever roles are given and taken, somebody administers; and nothing else is ever refused. */
class AdministratorsPropertyTest {
    private final PeopleFixture fixture = new PeopleFixture(TestEngine.SQLITE);
    private final List<OperatorId> people = new ArrayList<>();

    AdministratorsPropertyTest() {
        people.add(fixture.setUp().administrator().id());
        people.add(fixture.join("boris", Role.SUPERVISOR).id());
        people.add(fixture.join("vera", Role.ADMINISTRATOR).id());
    }

    @AfterProperty
    void close() {
        fixture.close();
    }

    /** What an administrator wants somebody to be. */
    record Wish(int who, Role role, boolean disabled) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Role.class),
                        Arbitraries.of(true, false, false))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 100)
    void somebodyAlwaysAdministers(@ForAll("wishes") List<Wish> wishes) {
        for (Wish wish : wishes) {
            OperatorId who = people.get(wish.who());
            boolean administers = wish.role() == Role.ADMINISTRATOR && !wish.disabled();
            boolean allowed = administers || administrators().stream().anyMatch(each -> !each.equals(who));
            Operator before = operators().byId(who).orElseThrow();

            assertThat(granted(who, wish)).isEqualTo(allowed);

            Operator after = operators().byId(who).orElseThrow();
            assertThat(after.role()).isEqualTo(allowed ? wish.role() : before.role());
            assertThat(after.disabled()).isEqualTo(allowed ? wish.disabled() : before.disabled());
            assertThat(administrators()).isNotEmpty();
        }
        List<Operator> known = operators().all();
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.readAnew();
        assertThat(operators().all()).isEqualTo(known);
    }

    private boolean granted(OperatorId who, Wish wish) {
        var draft = new OperatorDraft("name" + wish.who(), "", wish.role(), 5, Set.of(), Set.of(), wish.disabled());
        try {
            operators().change(PeopleFixture.PROGRAM, who, draft);
            return true;
        } catch (Conflict refused) {
            assertThat(refused.code()).isEqualTo("last_administrator");
            return false;
        }
    }

    private List<OperatorId> administrators() {
        return operators().all().stream()
                .filter(each -> each.role() == Role.ADMINISTRATOR && !each.disabled())
                .map(Operator::id)
                .toList();
    }

    private Operators operators() {
        return fixture.people().operators();
    }
}
