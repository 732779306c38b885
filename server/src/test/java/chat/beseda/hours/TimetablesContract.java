package chat.beseda.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.audit.AuditEntry;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.sites.Sites;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Timetables} promise on every engine. */
abstract class TimetablesContract {
    private static final Actor ACTOR = Actor.program();
    private static final List<Range> DAY = List.of(new Range(540, 780), new Range(840, 1440));
    private final TestEngine engine;
    private final TestClock clock = new TestClock();
    private TestDatabase opened;
    private IdSource ids;
    private Audit audit;
    private Sites sites;
    private Departments departments;
    private Timetables timetables;
    private Site lamps;
    private Department sales;

    TimetablesContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        opened = engine.open();
        ids = new IdSource(clock);
        audit = new Audit(opened.database(), ids, clock);
        sites = new Sites(opened.database(), ids, audit, news -> {});
        departments = new Departments(opened.database(), ids, sites, audit, news -> {});
        timetables = again();
        lamps = sites.create(
                ACTOR, SiteDraft.standard("Lamps", List.of("https://lamps.test"), "Europe/Moscow", Site.AUTO_LOCALE));
        sales = departments.create(ACTOR, new DepartmentDraft("Sales", List.of()));
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void theyAreKeptAsTheyWereSaid() {
        var draft = new TimetableDraft(
                " Office ",
                "Europe/Kyiv",
                week(DAY, List.of()),
                List.of(
                        new SpecialDay(LocalDate.of(2027, 5, 9), true, "", List.of()),
                        new SpecialDay(
                                LocalDate.of(2026, 12, 31), false, " Short day ", List.of(new Range(540, 840)))));

        Timetable office = timetables.create(ACTOR, draft);

        assertThat(office.name()).isEqualTo("Office");
        assertThat(office.hours())
                .isEqualTo(new OpenHours(
                        ZoneId.of("Europe/Kyiv"),
                        week(DAY, List.of()),
                        List.of(
                                new SpecialDay(
                                        LocalDate.of(2026, 12, 31), false, "Short day", List.of(new Range(540, 840))),
                                new SpecialDay(LocalDate.of(2027, 5, 9), true, "", List.of()))));
        assertThat(again().all()).containsExactly(office);

        Timetable changed = timetables.change(ACTOR, office.id(), draft("Shop"));
        assertThat(timetables.all()).containsExactly(changed);
        assertThat(again().all()).containsExactly(changed);

        timetables.remove(ACTOR, office.id());
        assertThat(timetables.all()).isEmpty();
        assertThat(again().all()).isEmpty();
        assertThat(audit.before(Long.MAX_VALUE, 10).stream().map(AuditEntry::act))
                .contains("hours.created", "hours.changed", "hours.removed");
    }

    @Test
    void aDepartmentGoesByItsOwnElseByItsSite() {
        Timetable office = timetables.create(ACTOR, draft("Office"));
        Timetable shop = timetables.create(ACTOR, draft("Shop"));
        assertThat(timetables.of(lamps.id(), sales.id())).isEmpty();

        timetables.choose(ACTOR, lamps.id(), office.id());
        assertThat(timetables.of(lamps.id(), null)).contains(office.hours());
        assertThat(timetables.of(lamps.id(), sales.id())).contains(office.hours());
        timetables.choose(ACTOR, sales.id(), shop.id());
        assertThat(timetables.of(lamps.id(), sales.id())).contains(shop.hours());
        assertThat(again().of(sales.id())).contains(shop);
        assertThat(again().of(lamps.id())).contains(office);

        timetables.choose(ACTOR, sales.id(), null);
        assertThat(timetables.of(lamps.id(), sales.id())).contains(office.hours());
        assertThat(again().of(sales.id())).isEmpty();
    }

    @Test
    void oneThatIsUsedStaysAndItsUsersAreNamed() {
        Timetable office = timetables.create(ACTOR, draft("Office"));
        timetables.choose(ACTOR, lamps.id(), office.id());
        timetables.choose(ACTOR, sales.id(), office.id());

        assertThatThrownBy(() -> timetables.remove(ACTOR, office.id()))
                .isInstanceOfSatisfying(Conflict.class, conflict -> {
                    assertThat(conflict.code()).isEqualTo("hours_used");
                    assertThat(conflict.params()).isEqualTo(Map.of("users", "Lamps, Sales"));
                });

        timetables.choose(ACTOR, lamps.id(), null);
        departments.remove(ACTOR, sales.id());
        timetables.remove(ACTOR, office.id());
        assertThat(again().all()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedFieldByField() {
        timetables.create(ACTOR, draft("Office"));
        var wrong = new ArrayList<>(week(DAY, List.of()));
        wrong.set(1, List.of(new Range(600, 700), new Range(690, 800)));
        wrong.set(2, List.of(new Range(600, 600)));
        wrong.set(3, List.of(new Range(600, 1441)));
        wrong.set(4, Collections.nCopies(9, new Range(0, 1)));
        var twice = new SpecialDay(LocalDate.of(2026, 5, 9), true, "", List.of());
        var again = new SpecialDay(LocalDate.of(2027, 5, 9), true, "", List.of());

        assertThatThrownBy(() -> timetables.create(
                        ACTOR, new TimetableDraft("office", "Mars/Olympus", wrong, List.of(twice, again))))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        invalid -> assertThat(invalid.faults().stream()
                                        .map(FieldFault::field)
                                        .distinct())
                                .containsExactly(
                                        "name",
                                        "timeZone",
                                        "week[1]",
                                        "week[2]",
                                        "week[3]",
                                        "week[4]",
                                        "days[1].date"));
        assertThatThrownBy(() -> timetables.change(ACTOR, new TimetableId(404), draft("New")))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> timetables.choose(ACTOR, lamps.id(), new TimetableId(404)))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> timetables.choose(ACTOR, new SiteId(404), null))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> timetables.choose(ACTOR, new DepartmentId(404), null))
                .isInstanceOf(Unknown.class);
    }

    private Timetables again() {
        return new Timetables(opened.database(), sites, departments, ids, audit);
    }

    private static TimetableDraft draft(String name) {
        return new TimetableDraft(name, "Europe/Moscow", week(DAY, List.of()), List.of());
    }

    private static List<List<Range>> week(List<Range> day, List<Range> weekend) {
        return List.of(day, day, day, day, day, weekend, weekend);
    }
}
