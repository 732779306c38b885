package chat.beseda.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.operators.Role;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Schedules} promise on every engine. */
abstract class SchedulesContract {
    private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
    private static final Actor ACTOR = Actor.program();
    private static final ScheduleDraft DAILY = draft("Вчера", Cadence.DAY, "boss@example.org");

    private final TestEngine engine;
    private PeopleFixture fixture;
    private TestClock clock;
    private Schedules schedules;
    private OperatorId owner;

    SchedulesContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        clock = fixture.clock;
        owner = fixture.setUp().administrator().id();
        schedules = new Schedules(
                fixture.database(),
                fixture.people().operators(),
                new IdSource(clock),
                fixture.people().audit(),
                clock);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void oneIsKeptChangedAndRemoved() {
        var choice = new Choice(Set.of(new SiteId(7)), Set.of(), Set.of(owner));
        var draft = new ScheduleDraft(
                " Неделя ", Cadence.WEEK, ZONE, LocalTime.of(8, 30), choice, List.of("Boss@Example.org"), "ru");

        Schedule made = schedules.create(ACTOR, owner, draft);

        assertThat(schedules.all()).containsExactly(made);
        assertThat(made.draft().name()).isEqualTo("Неделя");
        assertThat(made.draft().emails()).containsExactly("boss@example.org");
        assertThat(made.draft().choice()).isEqualTo(choice);
        Schedule changed = schedules.change(ACTOR, made.id(), DAILY);
        assertThat(schedules.byId(made.id())).isEqualTo(changed);
        assertThat(changed.owner()).isEqualTo(owner);
        schedules.remove(ACTOR, made.id());
        assertThat(schedules.all()).isEmpty();
        assertThatThrownBy(() -> schedules.change(ACTOR, made.id(), DAILY)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        ScheduleDraft draft = draft(" ", Cadence.DAY, "boss@example.org", "nobody");
        assertThatThrownBy(() -> schedules.create(ACTOR, owner, draft))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(FieldFault::field)
                                .containsExactly("name", "emails"));
        assertThatThrownBy(() -> schedules.create(ACTOR, owner, draft("Никому", Cadence.DAY)))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void aLetterIsDueAtItsTimeAndOnce() {
        Schedule made = schedules.create(ACTOR, owner, DAILY);
        clock.advance(Duration.ofMillis(made.nextAt() - clock.millis() - 1));
        schedules.writeDue();
        assertThat(schedules.waiting(10)).isEmpty();

        clock.advance(Duration.ofMillis(1));
        schedules.writeDue();
        schedules.writeDue();

        LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZONE).minusDays(1);
        assertThat(schedules.waiting(10))
                .containsExactly(new ReportLetter(made.id(), yesterday, yesterday, clock.millis()));
        assertThat(schedules.waitingOf()).isEqualTo(Map.of(made.id(), 1));
        assertThat(schedules.byId(made.id()).nextAt())
                .isEqualTo(made.nextAt() + Duration.ofDays(1).toMillis());
    }

    @Test
    void lettersOfTheTimeWithoutAServerAreWrittenAsFarAsTheyAreWanted() {
        schedules.create(ACTOR, owner, DAILY);
        clock.advance(Duration.ofDays(5));
        schedules.writeDue();
        assertThat(schedules.waiting(100)).hasSize(5);
        clock.advance(Duration.ofDays(400));
        schedules.writeDue();
        assertThat(schedules.waiting(100)).hasSize(30);
    }

    @Test
    void lettersOfDaysAndOfTheWeekThatBeginsWithThemAllWait() {
        Schedule made = schedules.create(ACTOR, owner, DAILY);
        clock.advance(Duration.ofDays(8));
        schedules.writeDue();
        schedules.change(ACTOR, made.id(), draft("Неделя", Cadence.WEEK, "boss@example.org"));
        clock.advance(Duration.ofDays(7));
        schedules.writeDue();
        assertThat(schedules.waiting(100)).hasSize(9);
    }

    @Test
    void oneOwnerHasTwentyAtMost() {
        for (int made = 0; made < Schedules.MOST; made++) {
            schedules.create(ACTOR, owner, DAILY);
        }
        assertThatThrownBy(() -> schedules.create(ACTOR, owner, DAILY)).isInstanceOf(Conflict.class);
        schedules.create(ACTOR, fixture.join("vera", Role.SUPERVISOR).id(), DAILY);
    }

    @Test
    void whoMayNotReadReportsAnyMoreGetsNone() {
        Schedule made =
                schedules.create(ACTOR, fixture.join("boris", Role.OPERATOR).id(), DAILY);
        clock.advance(Duration.ofDays(2));
        schedules.writeDue();
        assertThat(schedules.waiting(10)).isEmpty();
        assertThat(schedules.byId(made.id()).nextAt()).isGreaterThan(clock.millis());
    }

    @Test
    void lettersThatWaitAlreadyStayWhenTheirOwnerIsDisabled() {
        OperatorId vera = fixture.join("vera", Role.SUPERVISOR).id();
        Schedule hers = schedules.create(ACTOR, vera, DAILY);
        clock.advance(Duration.ofDays(1));
        schedules.writeDue();
        assertThat(schedules.waiting(10)).hasSize(1);
        assertThat(schedules.goesOut(hers)).isTrue();

        var gone = new OperatorDraft("vera", "", Role.SUPERVISOR, 1, Set.of(), Set.of(), true);
        fixture.people().operators().change(ACTOR, vera, gone);
        clock.advance(Duration.ofDays(1));
        schedules.writeDue();

        assertThat(schedules.goesOut(hers)).isFalse();
        assertThat(schedules.waiting(10)).isEmpty();
        assertThat(schedules.waitingOf()).as("and no more are written").containsExactlyEntriesOf(Map.of(hers.id(), 1));
    }

    @Test
    void theLettersOfAnEndedOneAreGone() {
        Schedule made = schedules.create(ACTOR, owner, DAILY);
        clock.advance(Duration.ofDays(2));
        schedules.writeDue();
        schedules.remove(ACTOR, made.id());
        assertThat(schedules.waiting(10)).isEmpty();
    }

    private static ScheduleDraft draft(String name, Cadence cadence, String... emails) {
        return new ScheduleDraft(name, cadence, ZONE, LocalTime.of(8, 30), Choice.EVERYTHING, List.of(emails), "ru");
    }
}
