package chat.beseda.sites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.audit.AuditEntry;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.settings.Lateness;
import chat.beseda.settings.Settings;
import chat.beseda.settings.SettingsChanged;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sites, departments and settings promise on every engine. */
abstract class SitesContract {
    private static final Actor ANNA = new Actor(7L, "192.0.2.1");

    private final TestEngine engine;
    private final TestClock clock = new TestClock();
    private final RecordingBus bus = new RecordingBus();
    private TestDatabase opened;
    private Audit audit;
    private Sites sites;
    private Departments departments;
    private InstallationSettings settings;

    SitesContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        opened = engine.open();
        readAnew();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private void readAnew() {
        var ids = new IdSource(clock);
        audit = new Audit(opened.database(), ids, clock);
        sites = new Sites(opened.database(), ids, audit, bus::publish);
        departments = new Departments(opened.database(), ids, sites, audit, bus::publish);
        settings = new InstallationSettings(opened.database(), audit, bus::publish);
    }

    @Test
    void aNewSiteHasAKeyAndGreetsInEveryLanguage() {
        Site site = sites.create(ANNA, draft("Shop", "https://Shop.example/"));

        assertThat(site.key()).matches("[2-9a-z]{10}");
        assertThat(site.origins()).containsExactly("https://shop.example");
        assertThat(site.greeting()).containsOnlyKeys("ru", "en", "uk");
        assertThat(sites.byKey(site.key())).contains(site);
        assertThat(sites.byId(site.id())).contains(site);
        assertThat(bus.news(SiteChanged.class)).containsExactly(new SiteChanged(site.id()));
    }

    @Test
    void whatWasStoredIsReadBack() {
        Site site = sites.create(
                ANNA,
                new SiteDraft(
                        " Лавка ",
                        List.of("https://a.example", "https://b.example"),
                        "Asia/Yekaterinburg",
                        "uk",
                        "#AABBCC",
                        Corner.LEFT,
                        Map.of("ru", "Привет!", "en", " "),
                        false,
                        true,
                        new TodaySpan.Hours(36),
                        "Согласен\nс правилами",
                        true));

        readAnew();

        assertThat(sites.all()).containsExactly(site);
        assertThat(site.name()).isEqualTo("Лавка");
        assertThat(site.accent()).isEqualTo("#aabbcc");
        assertThat(site.greeting()).containsEntry("ru", "Привет!").containsEntry("en", Greetings.STANDARD.get("en"));
        assertThat(site.todaySpan()).isEqualTo(new TodaySpan.Hours(36));
    }

    @Test
    void aSiteSaysWhatItWishesInALanguageAndTheRestInOurWords() {
        Site site = sites.create(ANNA, draft("Shop", "https://shop.example"));
        var words = new SiteWords("Садовый центр", "Спросите о теплицах", "Вернёмся\nв девять", "");
        bus.forget();
        sites.wording().change(ANNA, site.id(), Map.of("ru", words));
        assertThat(bus.news(SiteChanged.class)).containsExactly(new SiteChanged(site.id()));
        readAnew();
        assertThat(sites.wording().of(site.id(), "ru")).isEqualTo(words);
        assertThat(sites.wording().of(site.id(), "en")).isEqualTo(SiteWords.NONE);
        var wrong = Map.of("de", SiteWords.NONE, "ru", new SiteWords("x".repeat(61), "a\u202Eb", "", ""));
        InvalidFields invalid =
                catchThrowableOfType(InvalidFields.class, () -> sites.wording().change(ANNA, site.id(), wrong));
        assertThat(invalid.faults())
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder("words", "words.ru.title", "words.ru.placeholder");
    }

    @Test
    void anySpanOfThePastIsReadBack() {
        List<TodaySpan> spans = List.of(
                new TodaySpan.CalendarDay(),
                new TodaySpan.Days(2),
                new TodaySpan.Days(365),
                new TodaySpan.Hours(1),
                new TodaySpan.Everything());
        spans.forEach(span -> sites.create(ANNA, showing(span)));
        readAnew();
        assertThat(sites.all()).extracting(Site::todaySpan).containsExactlyElementsOf(spans);
    }

    @Test
    void aSpanOfThePastHasItsLimits() {
        for (TodaySpan span : List.of(new TodaySpan.Days(1), new TodaySpan.Days(366), new TodaySpan.Hours(169))) {
            assertThatExceptionOfType(InvalidFields.class).isThrownBy(() -> sites.create(ANNA, showing(span)));
        }
    }

    private static SiteDraft showing(TodaySpan span) {
        SiteDraft plain = draft("Shop", "https://shop.example");
        return new SiteDraft(
                plain.name(),
                plain.origins(),
                plain.timeZone(),
                plain.locale(),
                plain.accent(),
                plain.corner(),
                plain.greeting(),
                plain.sound(),
                plain.opens(),
                span,
                plain.consentText(),
                plain.disabled());
    }

    @Test
    void everythingWrongIsNamedAtOnceAndNothingIsStored() {
        var draft = new SiteDraft(
                " ",
                List.of("https://ok.example", "shop.example/path"),
                "Mars/Olympus",
                "de",
                "red",
                Corner.RIGHT,
                Map.of("fr", "Bonjour", "ru", "x".repeat(301)),
                true,
                false,
                new TodaySpan.Hours(0),
                null,
                false);

        InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> sites.create(ANNA, draft));

        assertThat(invalid.faults())
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactlyInAnyOrder(
                        tuple("name", "required"),
                        tuple("origins[1]", "origin"),
                        tuple("timeZone", "time_zone"),
                        tuple("locale", "not_one_of"),
                        tuple("accent", "colour"),
                        tuple("greeting.fr", "not_one_of"),
                        tuple("greeting.ru", "too_long"),
                        tuple("todaySpan.hours", "out_of_range"));
        assertThat(sites.all()).isEmpty();
    }

    @Test
    void aChangedSiteKeepsItsKey() {
        Site site = sites.create(ANNA, draft("Shop", "https://shop.example"));

        Site changed = sites.change(ANNA, site.id(), draft("Store", "https://store.example"));

        assertThat(changed.key()).isEqualTo(site.key());
        assertThat(changed.allows("https://store.example")).isTrue();
        assertThat(changed.allows("https://shop.example")).isFalse();
        readAnew();
        assertThat(sites.byKey(site.key())).contains(changed);
    }

    @Test
    void aSiteWithoutHistoryGoesAndOneWithHistoryIsOnlyDisabled() {
        Site young = sites.create(ANNA, draft("Young", "https://a.example"));
        Site old = sites.create(ANNA, draft("Old", "https://b.example"));

        assertThat(sites.remove(ANNA, young.id(), false)).isEmpty();
        assertThat(sites.remove(ANNA, old.id(), true))
                .hasValueSatisfying(site -> assertThat(site.disabled()).isTrue());

        readAnew();
        assertThat(sites.all()).extracting(Site::name, Site::disabled).containsExactly(tuple("Old", true));
        assertThat(sites.all().getFirst().allows("https://b.example")).isFalse();
    }

    @Test
    void aSiteThatADepartmentIsLimitedToIsOnlyDisabled() {
        Site site = sites.create(ANNA, draft("Shop", "https://a.example"));
        departments.create(ANNA, new DepartmentDraft("Sales", List.of(site.id())));

        assertThat(sites.remove(ANNA, site.id(), false)).isPresent();

        assertThat(departments.all().getFirst().sites()).containsExactly(site.id());
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        var nowhere = new SiteId(1);

        assertThatThrownBy(() -> sites.change(ANNA, nowhere, draft("A", "https://a.example")))
                .isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> sites.remove(ANNA, nowhere, false)).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> departments.remove(ANNA, new DepartmentId(1))).isInstanceOf(Unknown.class);
    }

    @Test
    void departmentsAreKeptByNameAndNoNameTwice() {
        Site site = sites.create(ANNA, draft("Shop", "https://a.example"));
        Department sales = departments.create(ANNA, new DepartmentDraft("Sales", List.of(site.id(), site.id())));
        Department help = departments.create(ANNA, new DepartmentDraft("Help", List.of()));

        InvalidFields taken = catchThrowableOfType(
                InvalidFields.class,
                () -> departments.change(ANNA, help.id(), new DepartmentDraft("Sales", List.of(new SiteId(5)))));
        departments.change(ANNA, sales.id(), new DepartmentDraft("Sales", List.of()));

        assertThat(taken.faults())
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactly(tuple("name", "taken"), tuple("sites", "unknown"));
        readAnew();
        assertThat(departments.all()).containsExactly(help, new Department(sales.id(), "Sales", List.of()));
    }

    @Test
    void aRemovedDepartmentIsGone() {
        Department sales = departments.create(ANNA, new DepartmentDraft("Sales", List.of()));

        departments.remove(ANNA, sales.id());

        assertThat(departments.byId(sales.id())).isEmpty();
        readAnew();
        assertThat(departments.all()).isEmpty();
    }

    @Test
    void settingsHaveStandardsAndAreReadBack() {
        assertThat(settings.now()).isEqualTo(InstallationSettings.STANDARD);
        var wanted = new Settings(
                "Ромашка",
                true,
                Duration.ofHours(1),
                Duration.ofHours(8),
                Duration.ofHours(24),
                Duration.ofMinutes(15),
                Duration.ofMinutes(30),
                new Lateness(Duration.ofMinutes(10), Duration.ofMinutes(9), true));

        settings.change(ANNA, wanted);

        assertThat(settings.now()).isEqualTo(wanted);
        assertThat(bus.news(SettingsChanged.class)).containsExactly(new SettingsChanged(wanted));
        readAnew();
        assertThat(settings.now()).isEqualTo(wanted);
    }

    @Test
    void settingsOutOfRangeChangeNothing() {
        var wanted = new Settings(
                "",
                true,
                Duration.ofHours(5),
                Duration.ofHours(25),
                Duration.ofDays(8),
                Duration.ofHours(5),
                Duration.ofDays(8),
                new Lateness(Duration.ofMinutes(61), Duration.ofMinutes(61), false));

        InvalidFields invalid = catchThrowableOfType(InvalidFields.class, () -> settings.change(ANNA, wanted));

        assertThat(invalid.faults())
                .extracting(FieldFault::field)
                .containsExactly(
                        "company",
                        "sessionIdleMinutes",
                        "sessionAbsoluteMinutes",
                        "awayAfterMinutes",
                        "editMinutes",
                        "lateAfterMinutes",
                        "lateWarningMinutes",
                        "invitationHours");
        assertThat(settings.now()).isEqualTo(InstallationSettings.STANDARD);
    }

    @Test
    void everyActIsWrittenDown() {
        Site site = sites.create(ANNA, draft("Shop", "https://a.example"));
        clock.advance(Duration.ofSeconds(1));
        sites.remove(ANNA, site.id(), false);

        assertThat(audit.before(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::at, AuditEntry::actor, AuditEntry::act, AuditEntry::about)
                .containsExactly(
                        tuple(clock.millis(), ANNA, "site.removed", "site " + site.id()),
                        tuple(clock.millis() - 1_000, ANNA, "site.created", "site " + site.id()));
    }

    private static SiteDraft draft(String name, String origin) {
        return SiteDraft.standard(name, List.of(origin), "Europe/Moscow", "auto");
    }
}
