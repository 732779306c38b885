package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.AuditEntry;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.InvitationDraft;
import chat.beseda.people.Invitations;
import chat.beseda.people.People;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first set-up, invitations and operators promise on every engine. */
abstract class PeopleContract {
    private final TestEngine engine;
    private PeopleFixture fixture;

    PeopleContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theFirstSetUpMakesAnAdministratorACompanyAndASite() {
        assertThat(people().firstSetUp().isNeeded()).isTrue();

        FirstSetUp.Made made = fixture.setUp();

        fixture.readAnew();
        assertThat(people().firstSetUp().isNeeded()).isFalse();
        assertThat(people().operators().all()).containsExactly(made.administrator());
        assertThat(made.administrator().email()).isEqualTo("anna@example.org");
        assertThat(made.administrator().role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(people().sites().all()).containsExactly(made.site());
        assertThat(people().settings().now().company()).isEqualTo("Romashka");
        assertThat(people().settings().now().demo())
                .as("nobody asked for a shop that is open to all")
                .isFalse();
        assertThatThrownBy(() -> fixture.setUp()).isInstanceOf(Conflict.class).hasMessage("already_set_up");
    }

    @Test
    void ofManyFirstSetUpsAtOnceOneWins() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<FirstSetUp.Made> attempt = fixture::setUp;
            List<Future<FirstSetUp.Made>> attempts = threads.invokeAll(List.of(attempt, attempt, attempt, attempt));

            assertThat(attempts.stream().filter(future -> future.state() == Future.State.SUCCESS))
                    .hasSize(1);
        }
        assertThat(people().operators().all()).hasSize(1);
        assertThat(people().sites().all()).hasSize(1);
    }

    @Test
    void ofTwoServersOnOneDatabaseOneIsSetUp() {
        People first = people();
        fixture.readAnew();
        People second = people();
        first.firstSetUp().make(PeopleFixture.PROGRAM, PeopleFixture.wanted());

        assertThat(second.firstSetUp().isNeeded()).isTrue();
        assertThatThrownBy(() -> second.firstSetUp().make(PeopleFixture.PROGRAM, PeopleFixture.wanted()))
                .isInstanceOf(Conflict.class);

        fixture.readAnew();
        assertThat(people().operators().all()).hasSize(1);
        assertThat(people().sites().all()).hasSize(1);
    }

    @Test
    void theFirstSetUpNamesEverythingThatIsWrong() {
        var site = SiteDraft.standard("", List.of("nowhere"), "Europe/Moscow", "auto");
        var wanted = new FirstSetUp.Wanted("", "anna", "password1234", "ru", " ", site);

        InvalidFields invalid = catchThrowableOfType(
                InvalidFields.class, () -> people().firstSetUp().make(PeopleFixture.PROGRAM, wanted));

        assertThat(invalid.faults())
                .extracting(FieldFault::field, FieldFault::code, FieldFault::value)
                .containsExactlyInAnyOrder(
                        tuple("administrator.name", "required", null),
                        tuple("administrator.email", "email", "anna"),
                        tuple("administrator.password", "password_common", null),
                        tuple("company", "required", null),
                        tuple("site.name", "required", null),
                        tuple("site.origins[0]", "origin", "nowhere"));
        assertThat(people().firstSetUp().isNeeded()).isTrue();
    }

    @Test
    void unattendedSetUpHappensOnce() {
        FirstSetUp first = people().firstSetUp();

        assertThat(first.ifNeeded("a@example.org", PeopleFixture.PASSWORD, "http://localhost:8080", "UTC"))
                .isTrue();
        assertThat(first.ifNeeded("b@example.org", PeopleFixture.PASSWORD, "http://localhost:8080", "UTC"))
                .isFalse();

        assertThat(people().operators().all()).extracting(Operator::email).containsExactly("a@example.org");
        assertThat(people().sites().all().getFirst().allows("http://localhost:8080"))
                .isTrue();
        assertThat(people().settings().now().company()).isEqualTo("Beseda");
    }

    @Test
    void anInvitationMakesOneOperator() {
        SiteId site = fixture.setUp().site().id();
        DepartmentId sales = people().departments()
                .create(PeopleFixture.PROGRAM, new DepartmentDraft("Sales", List.of(site)))
                .id();
        var draft = new InvitationDraft(" Boris@Example.org", Role.SUPERVISOR, Set.of(site), Set.of(sales));
        String token =
                people().invitations().issue(PeopleFixture.PROGRAM, draft).token();
        var acceptance = new Invitations.Acceptance("Boris", "Sales", PeopleFixture.PASSWORD, "uk");

        Operator boris = people().invitations().accept(token, acceptance, "192.0.2.9");

        assertThat(boris)
                .extracting(Operator::email, Operator::role, Operator::sites, Operator::departments, Operator::locale)
                .containsExactly("boris@example.org", Role.SUPERVISOR, Set.of(site), Set.of(sales), "uk");
        assertThat(people().invitations().open()).isEmpty();
        assertThatThrownBy(() -> people().invitations().accept(token, acceptance, "192.0.2.9"))
                .isInstanceOf(Unknown.class);
        fixture.readAnew();
        assertThat(people().operators().byId(boris.id())).contains(boris);
    }

    @Test
    void anInvitationDiesOfAgeOfBeingRevokedAndOfAnotherOne() {
        fixture.setUp();
        Invitations invitations = people().invitations();
        Invitations.Issued revoked = invitations.issue(PeopleFixture.PROGRAM, invitationOf("c@example.org"));
        Invitations.Issued replaced = invitations.issue(PeopleFixture.PROGRAM, invitationOf("d@example.org"));
        Invitations.Issued current = invitations.issue(PeopleFixture.PROGRAM, invitationOf("d@example.org"));

        invitations.revoke(PeopleFixture.PROGRAM, revoked.invitation().id());

        assertThat(invitations.open()).containsExactly(current.invitation());
        assertThatThrownBy(() -> invitations.byToken(revoked.token())).isInstanceOf(Unknown.class);
        assertThatThrownBy(() -> invitations.byToken(replaced.token())).isInstanceOf(Unknown.class);
        assertThat(invitations.byToken(current.token())).isEqualTo(current.invitation());
        fixture.clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> invitations.byToken(current.token())).isInstanceOf(Unknown.class);
        assertThat(invitations.open()).isEmpty();
    }

    @Test
    void nobodyIsInvitedTwiceOrToWhatIsNotThere() {
        fixture.setUp();
        var draft = new InvitationDraft(
                "ANNA@example.org", Role.OPERATOR, Set.of(new SiteId(1)), Set.of(new DepartmentId(2)));

        InvalidFields invalid = catchThrowableOfType(
                InvalidFields.class, () -> people().invitations().issue(PeopleFixture.PROGRAM, draft));

        assertThat(invalid.faults())
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactly(tuple("email", "taken"), tuple("sites", "unknown"), tuple("departments", "unknown"));
    }

    @Test
    void anOperatorIsChangedAndReadBack() {
        SiteId site = fixture.setUp().site().id();
        Operator boris = fixture.join("boris", Role.OPERATOR);
        var draft = new OperatorDraft("Boris B.", "Sales", Role.SUPERVISOR, 3, Set.of(site), Set.of(), false);

        Operator changed = people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft);
        people().operators().setState(boris.id(), OperatorState.AWAY);
        people().operators().setPhoto(PeopleFixture.PROGRAM, boris.id(), "ab".repeat(32));
        people().operators().changeOwn(boris.id(), new OwnDraft("Boris", "Seller", "uk", "dark"));

        fixture.readAnew();
        Operator stored = people().operators().byId(boris.id()).orElseThrow();
        assertThat(changed.capacity()).isEqualTo(3);
        assertThat(stored)
                .extracting(
                        Operator::name,
                        Operator::title,
                        Operator::role,
                        Operator::sites,
                        Operator::state,
                        Operator::photoPath,
                        Operator::locale,
                        Operator::theme)
                .containsExactly(
                        "Boris",
                        "Seller",
                        Role.SUPERVISOR,
                        Set.of(site),
                        OperatorState.AWAY,
                        "/photos/" + "ab".repeat(32) + ".jpg",
                        "uk",
                        "dark");
        assertThat(fixture.bus.news(OperatorChanged.class)).contains(new OperatorChanged(boris.id()));
    }

    @Test
    void whatAnOperatorCanDoIsKeptUntilSomethingElseIsSaidOfIt() {
        fixture.setUp();
        Operator boris = fixture.join("boris", Role.OPERATOR);
        var known = new Abilities(Set.of("uk", "ru"), Set.of("wholesale"));

        change(boris, new Abilities(Set.of("uk", "ru"), Set.of(" Wholesale ")));
        change(boris, null);

        fixture.readAnew();
        assertThat(people().operators().byId(boris.id()).orElseThrow().abilities())
                .isEqualTo(known);
        assertThatExceptionOfType(InvalidFields.class)
                .isThrownBy(() -> change(boris, new Abilities(Set.of("klingon"), Set.of("x".repeat(51)))))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(FieldFault::field)
                        .containsExactly("languages", "skills"));
    }

    @Test
    void nobodyHasACapacityOfNothingOrOfMoreThanAHundred() {
        fixture.setUp();
        Operator boris = fixture.join("boris", Role.OPERATOR);
        for (int capacity : List.of(-1, 0, 101)) {
            var draft = new OperatorDraft("Boris", "", Role.OPERATOR, capacity, Set.of(), Set.of(), false);
            assertThatExceptionOfType(InvalidFields.class)
                    .isThrownBy(() -> people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft))
                    .satisfies(refused -> assertThat(refused.faults())
                            .containsExactly(new FieldFault(
                                    "capacity",
                                    "out_of_range",
                                    Integer.toString(capacity),
                                    Map.of("least", "1", "most", "100"))));
        }
        assertThat(people().operators().byId(boris.id()).orElseThrow().capacity())
                .isEqualTo(boris.capacity());
    }

    private void change(Operator operator, @Nullable Abilities abilities) {
        var draft = new OperatorDraft(
                operator.name(), "", Role.OPERATOR, 5, Set.of(), Set.of(), abilities, operator.disabled());
        people().operators().change(PeopleFixture.PROGRAM, operator.id(), draft);
    }

    @Test
    void changesAtTheSameTimeDoNotUndoEachOther() throws Exception {
        fixture.setUp();
        Operator boris = fixture.join("boris", Role.OPERATOR);
        var draft = new OperatorDraft("Boris", "", Role.OPERATOR, 9, Set.of(), Set.of(), false);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> people().operators().setState(boris.id(), OperatorState.OFF));
                threads.execute(() -> people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft));
            }
        }

        assertThat(people().operators().byId(boris.id()).orElseThrow())
                .extracting(Operator::state, Operator::capacity)
                .containsExactly(OperatorState.OFF, 9);
    }

    @Test
    void theLastAdministratorStaysOne() {
        Operator anna = fixture.setUp().administrator();
        var demoted = new OperatorDraft("Anna", "", Role.OPERATOR, 5, Set.of(), Set.of(), false);
        var disabled = new OperatorDraft("Anna", "", Role.ADMINISTRATOR, 5, Set.of(), Set.of(), true);

        for (OperatorDraft draft : List.of(demoted, disabled)) {
            assertThatThrownBy(() -> people().operators().change(PeopleFixture.PROGRAM, anna.id(), draft))
                    .isInstanceOf(Conflict.class)
                    .hasMessage("last_administrator");
        }
        fixture.join("boris", Role.ADMINISTRATOR);
        people().operators().change(PeopleFixture.PROGRAM, anna.id(), demoted);

        assertThat(people().operators().byId(anna.id()).orElseThrow().role()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void aSiteThatAnOperatorIsLimitedToIsOnlyDisabled() {
        SiteId site = fixture.setUp().site().id();
        Operator boris = fixture.join("boris", Role.OPERATOR, site);

        assertThat(people().sites().remove(PeopleFixture.PROGRAM, site, false)).isPresent();

        fixture.readAnew();
        assertThat(people().operators().byId(boris.id()).orElseThrow().sites()).containsExactly(site);
    }

    @Test
    void everyActOnPeopleIsWrittenDown() {
        fixture.setUp();
        Operator boris = fixture.join("boris", Role.OPERATOR);
        var draft = new OperatorDraft("Boris", "", Role.OPERATOR, 1, Set.of(), Set.of(), true);
        people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft);

        assertThat(people().audit().before(Long.MAX_VALUE, 10))
                .extracting(AuditEntry::act)
                .containsExactly(
                        "operator.changed",
                        "invitation.accepted",
                        "invitation.issued",
                        "site.created",
                        "settings.changed",
                        "setup.done");
    }

    private static InvitationDraft invitationOf(String email) {
        return new InvitationDraft(email, Role.OPERATOR, Set.of(), Set.of());
    }

    private People people() {
        return fixture.people();
    }
}
