package chat.beseda.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.settings.Settings;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdlenessTest {
    private PeopleFixture fixture;
    private OperatorId anna;
    private String session;

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(TestEngine.SQLITE);
        anna = fixture.setUp().administrator().id();
        session = fixture.people()
                .sessions()
                .open(anna, "192.0.2.1", "a test")
                .session()
                .id();
        fixture.people().presence().connected(anna, "line");
        fixture.people().idleness().keep(fixture.timers);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Operator now() {
        return fixture.people().operators().byId(anna).orElseThrow();
    }

    private void awayAfter(Duration idle) {
        Settings before = fixture.people().settings().now();
        fixture.people()
                .settings()
                .change(
                        Actor.program(),
                        new Settings(
                                before.company(),
                                before.demo(),
                                before.sessionIdle(),
                                before.sessionAbsolute(),
                                before.invitationLife(),
                                idle,
                                before.editing(),
                                before.lateness()));
    }

    @Test
    void nobodyIsSetAwayUnlessTheSettingsSayAfterHowLong() {
        fixture.timers.advance(Duration.ofHours(1));
        assertThat(now().state()).isEqualTo(OperatorState.ONLINE);
    }

    @Test
    void whoDoesNothingIsAwayUntilTheyDoSomething() {
        awayAfter(Duration.ofMinutes(15));
        fixture.timers.advance(Duration.ofMinutes(14));
        fixture.people().sessions().acted(session);
        fixture.timers.advance(Duration.ofMinutes(14));
        assertThat(now().state()).isEqualTo(OperatorState.ONLINE);
        fixture.timers.advance(Duration.ofMinutes(1));
        assertThat(now().state()).isEqualTo(OperatorState.AWAY);
        assertThat(now().why()).isEqualTo(OperatorState.Why.IDLE);

        fixture.people().sessions().acted(session);
        fixture.timers.advance(Duration.ofSeconds(2));

        assertThat(now().state()).isEqualTo(OperatorState.ONLINE);
    }

    @Test
    void whoWentAwayThemselvesStaysAway() {
        awayAfter(Duration.ofMinutes(15));
        fixture.people().operators().setState(anna, OperatorState.AWAY);
        fixture.timers.advance(Duration.ofHours(1));
        fixture.people().sessions().acted(session);
        fixture.timers.advance(Duration.ofSeconds(2));

        assertThat(now().state()).isEqualTo(OperatorState.AWAY);
    }
}
