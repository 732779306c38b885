package chat.beseda.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Worked time is what was seen: every change a row, each to the last sign of life. */
class ShiftsTest {
    private PeopleFixture fixture;
    private OperatorId anna;
    private long start;

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(TestEngine.SQLITE);
        anna = fixture.setUp().administrator().id();
        keep();
        start = fixture.clock.millis();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void keep() {
        fixture.people().presence().keep(fixture.timers);
        fixture.people().shifts().keep(fixture.timers);
    }

    private List<Shift> shifts() {
        return fixture.people().shifts().between(0, Long.MAX_VALUE);
    }

    private Shift row(OperatorState state, Shift.Cause cause, int fromSecond, int untilSecond) {
        return new Shift(anna, state, cause, start + fromSecond * 1_000L, start + untilSecond * 1_000L);
    }

    private void pass(int seconds) {
        fixture.timers.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void everyChangeOfStateIsARowWithItsCause() {
        fixture.people().presence().connected(anna, "line");
        pass(60);
        fixture.people().operators().setState(anna, OperatorState.AWAY);
        pass(30);
        fixture.people().operators().setState(anna, OperatorState.ONLINE);
        pass(10);
        fixture.people().operators().setState(anna, OperatorState.AWAY, OperatorState.Why.MISSED);
        pass(5);

        assertThat(shifts())
                .containsExactly(
                        row(OperatorState.ONLINE, Shift.Cause.CONNECTED, 0, 60),
                        row(OperatorState.AWAY, Shift.Cause.OWN, 60, 90),
                        row(OperatorState.ONLINE, Shift.Cause.OWN, 90, 100),
                        row(OperatorState.AWAY, Shift.Cause.MISSED, 100, 105));
        assertThat(fixture.people().shifts().since(anna)).isEqualTo(start + 100_000);
    }

    @Test
    void loadingThePageAnewIsNoGoing() {
        fixture.people().presence().connected(anna, "one");
        pass(20);
        fixture.people().presence().disconnected(anna, "one");
        assertThat(fixture.people().presence().isShown(anna)).isTrue();
        pass(4);
        fixture.people().presence().connected(anna, "two");
        pass(26);

        assertThat(shifts()).containsExactly(row(OperatorState.ONLINE, Shift.Cause.CONNECTED, 0, 50));
    }

    @Test
    void aLostConnectionEndsTheShiftAtTheLastSignOfLife() {
        fixture.people().presence().connected(anna, "one");
        pass(29);
        fixture.people().presence().disconnected(anna, "one", Duration.ofSeconds(9));
        assertThat(fixture.people().presence().isShown(anna)).isTrue();
        pass(5);
        assertThat(fixture.people().presence().isShown(anna)).isFalse();
        pass(60);

        assertThat(shifts())
                .containsExactly(
                        row(OperatorState.ONLINE, Shift.Cause.CONNECTED, 0, 20),
                        row(OperatorState.OFF, Shift.Cause.LOST, 20, 20));
    }

    @Test
    void aKilledServerLosesLessThanASecond() {
        fixture.people().presence().connected(anna, "one");
        pass(62);
        fixture.timers.advance(Duration.ofMillis(650));

        fixture.clock.advance(Duration.ofSeconds(100));
        fixture.readAnew();

        List<Shift> rows = shifts();
        assertThat(rows.getFirst().state()).isEqualTo(OperatorState.ONLINE);
        assertThat(rows.getFirst().until()).isBetween(start + 61_750, start + 62_650);
        assertThat(rows.getLast())
                .isEqualTo(new Shift(
                        anna,
                        OperatorState.OFF,
                        Shift.Cause.STOPPED,
                        rows.getFirst().until(),
                        rows.getFirst().until()));
    }
}
