package chat.beseda.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.audit.AuditEntry;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.InvalidFields;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.operators.Role;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Worked time on a simulated clock: what operators did, what was seen of it, and what was signed, on every engine. */
abstract class WorktimeContract {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 3, 4);

    private final TestEngine engine;
    private PeopleFixture fixture;
    private Worktime worktime;
    private OperatorId anna;
    private OperatorId boris;

    WorktimeContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        anna = fixture.setUp().administrator().id();
        boris = fixture.join("boris", Role.OPERATOR).id();
        restart();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void restart() {
        fixture.readAnew();
        fixture.people().presence().keep(fixture.timers);
        fixture.people().shifts().keep(fixture.timers);
        worktime = new Worktime(
                fixture.database(),
                new IdSource(fixture.clock),
                fixture.people().shifts(),
                fixture.people().audit(),
                fixture.clock);
    }

    private void pass(Duration time) {
        fixture.timers.advance(time);
    }

    private List<WorkedDay> days(OperatorId operator) {
        return worktime.of(Set.of(operator), new Days(UTC, WEDNESDAY, WEDNESDAY.plusDays(2)));
    }

    private WorkedDay today(OperatorId operator) {
        return worktime.of(Set.of(operator), Days.one(UTC, WEDNESDAY)).getFirst();
    }

    private static long seconds(long seconds) {
        return seconds * 1_000;
    }

    @Test
    void twoTabsAreOneOperatorAndALostOneEndsAtItsLastSign() {
        fixture.people().presence().connected(anna, "one");
        pass(Duration.ofSeconds(100));
        fixture.people().presence().connected(anna, "two");
        pass(Duration.ofSeconds(50));
        fixture.people().presence().disconnected(anna, "one");
        pass(Duration.ofSeconds(59));
        fixture.people().presence().disconnected(anna, "two", Duration.ofSeconds(9));
        pass(Duration.ofMinutes(10));

        assertThat(today(anna).online()).isEqualTo(seconds(200));
        assertThat(days(boris)).isEmpty();
    }

    @Test
    void aShiftThatGoesOnOverMidnightIsOfBothDays() {
        fixture.people().presence().connected(anna, "one");
        pass(Duration.ofHours(11));
        fixture.people().operators().setState(anna, OperatorState.AWAY);
        pass(Duration.ofHours(2));

        assertThat(days(anna)).extracting(WorkedDay::online).containsExactly(seconds(11 * 3_600), 0L);
        assertThat(days(anna)).extracting(WorkedDay::away).containsExactly(seconds(3_600), seconds(3_600));
    }

    @Test
    void aKilledServerCostsLessThanASecondAndItsAbsenceIsNotWorked() {
        fixture.people().presence().connected(anna, "one");
        pass(Duration.ofMillis(100_850));
        fixture.clock.advance(Duration.ofMinutes(5));
        restart();
        fixture.people().presence().connected(anna, "two");
        pass(Duration.ofMinutes(1));

        assertThat(today(anna).online()).isBetween(seconds(159) + 850, seconds(160) + 850);
    }

    @Test
    void whatIsHeldCountsUpToThisMoment() {
        fixture.people().presence().connected(anna, "one");
        long start = fixture.clock.millis();
        hold(1, start + seconds(10), start + seconds(40));
        hold(2, start + seconds(30), null);
        pass(Duration.ofSeconds(100));

        assertThat(today(anna).inConversation()).isEqualTo(seconds(90));
        assertThat(today(anna).held()).isEqualTo(seconds(100));
    }

    private void hold(long conversation, long from, @Nullable Long until) {
        fixture.database()
                .write(transaction -> transaction
                        .handle()
                        .createUpdate("""
                        INSERT INTO archive_holding (conversation_id, nth, operator_id, site_id, from_at, until_at, ended,
                            answers, answer_sum_ms)
                        VALUES (:conversation, 1, :operator, 1, :from, :until, '', 0, 0)
                        """)
                        .bind("conversation", conversation)
                        .bind("operator", anna.value())
                        .bind("from", from)
                        .bind("until", until)
                        .execute());
    }

    private CorrectionDraft draft(long seconds, String reason) {
        return new CorrectionDraft(anna, WEDNESDAY, UTC, Correction.Kind.ONLINE, seconds, reason);
    }

    @Test
    void aCorrectionIsSignedWrittenDownAndUndoneByAnother() {
        pass(Duration.ofHours(1));
        Correction added = worktime.correct(boris, Actor.program(), draft(1_800, " По телефону "));

        assertThat(today(anna).correctedOnline()).isEqualTo(seconds(1_800));
        assertThat(added.reason()).isEqualTo("По телефону");
        assertThat(added.by()).isEqualTo(boris);

        Correction undone = worktime.withdraw(boris, Actor.program(), added, "Ошиблась");
        assertThat(days(anna)).isEmpty();
        assertThat(worktime.corrections(Set.of(anna), Days.one(UTC, WEDNESDAY))).containsExactly(added, undone);
        assertThatThrownBy(() -> worktime.withdraw(boris, Actor.program(), added, "Ещё раз"))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> worktime.withdraw(boris, Actor.program(), undone, "Обратно"))
                .isInstanceOf(Conflict.class);
        assertThat(fixture.people().audit().before(Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act)
                .containsExactly("worktime.correction_withdrawn", "worktime.corrected");
    }

    @Test
    void noCorrectionMakesADayThatCouldNotBe() {
        fixture.people().presence().connected(anna, "one");
        pass(Duration.ofMinutes(10));

        assertThatThrownBy(() -> worktime.correct(boris, Actor.program(), draft(-601, "Слишком много")))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> worktime.correct(boris, Actor.program(), draft(24 * 3_600 - 599, "Больше суток")))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> worktime.correct(boris, Actor.program(), draft(0, "Ничего")))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> worktime.correct(boris, Actor.program(), draft(60, " ")))
                .isInstanceOf(InvalidFields.class);
        var tomorrow = new CorrectionDraft(anna, WEDNESDAY.plusDays(1), UTC, Correction.Kind.AWAY, 60, "Заранее");
        assertThatThrownBy(() -> worktime.correct(boris, Actor.program(), tomorrow))
                .isInstanceOf(InvalidFields.class);
        assertThat(worktime.correct(boris, Actor.program(), draft(-600, "Не работала"))
                        .seconds())
                .isEqualTo(-600);
    }
}
