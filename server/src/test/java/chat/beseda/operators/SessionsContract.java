package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.people.Credentials;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What signing in, passwords and sessions promise on every engine. */
abstract class SessionsContract {
    private static final String HOME = "192.0.2.1";

    private final TestEngine engine;
    private PeopleFixture fixture;
    private Operator anna;

    SessionsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        anna = fixture.setUp().administrator();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whoKnowsThePasswordGetsASession() {
        OperatorSessions.Opened opened = signIn(" ANNA@example.org", PeopleFixture.PASSWORD);

        assertThat(opened.token()).matches("[A-Za-z0-9_-]{43}");
        assertThat(sessions().authenticate(opened.token())).contains(opened.session());
        assertThat(sessions().authenticate("x" + opened.token())).isEmpty();
        fixture.readAnew();
        assertThat(sessions().authenticate(opened.token())).contains(opened.session());
    }

    @Test
    void wrongPasswordsUnknownNamesAndTheDisabledGetTheSameAnswer() {
        Operator boris = fixture.join("boris", Role.OPERATOR);
        fixture.people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft(boris, Role.OPERATOR, true));

        assertThat(List.of(
                        attempt("anna@example.org", "wrong wrong wrong", "192.0.2.2"),
                        attempt("nobody@example.org", PeopleFixture.PASSWORD, "192.0.2.3"),
                        attempt("boris@example.org", PeopleFixture.PASSWORD, "192.0.2.4")))
                .allMatch(Credentials.SignIn.Wrong.class::isInstance);
    }

    @Test
    void afterThreeFailuresTheRightPasswordHasToWaitToo() {
        for (int i = 0; i < 3; i++) {
            attempt("anna@example.org", "wrong wrong wrong", "192.0.2." + (10 + i));
        }

        assertThat(attempt("anna@example.org", PeopleFixture.PASSWORD, HOME))
                .isEqualTo(new Credentials.SignIn.Delayed(Duration.ofSeconds(1)));
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(attempt("anna@example.org", PeopleFixture.PASSWORD, HOME))
                .isInstanceOf(Credentials.SignIn.Done.class);
    }

    @Test
    void aSessionDiesWhenNobodyDoesAnythingInIt() {
        OperatorSessions.Opened opened = signIn("anna@example.org", PeopleFixture.PASSWORD);
        fixture.clock.advance(Duration.ofMinutes(239));
        sessions().acted(opened.session().id());
        fixture.timers.advance(Duration.ofMinutes(239));
        assertThat(sessions().byId(opened.session().id())).isPresent();
        assertThat(sessions().authenticate(opened.token())).isPresent();

        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(sessions().byId(opened.session().id())).isEmpty();
        assertThat(sessions().authenticate(opened.token())).isEmpty();
        assertThat(sessions().of(anna.id())).isEmpty();
        fixture.timers.advance(Duration.ofSeconds(5));
        assertThat(endedSessions()).containsExactly(opened.session().id());
    }

    @Test
    void aSessionDiesOfAgeHoweverBusy() {
        OperatorSessions.Opened opened = signIn("anna@example.org", PeopleFixture.PASSWORD);
        for (int half = 0; half < 24; half++) {
            assertThat(sessions().authenticate(opened.token())).isPresent();
            sessions().acted(opened.session().id());
            fixture.timers.advance(Duration.ofMinutes(30));
        }

        assertThat(sessions().authenticate(opened.token())).isEmpty();
        assertThat(endedSessions()).containsExactly(opened.session().id());
    }

    @Test
    void actsSurviveARestart() {
        OperatorSessions.Opened opened = signIn("anna@example.org", PeopleFixture.PASSWORD);
        fixture.clock.advance(Duration.ofMinutes(200));
        sessions().acted(opened.session().id());
        fixture.timers.advance(Duration.ofSeconds(60));

        fixture.readAnew();
        fixture.clock.advance(Duration.ofMinutes(200));

        assertThat(sessions().byId(opened.session().id())).isPresent();
        assertThat(fixture.people().operators().byId(anna.id()).orElseThrow().lastSeenAt())
                .isNotNull();
    }

    @Test
    void onlyTheNewestFiveSessionsHold() {
        List<OperatorSession> opened = IntStream.range(0, 6)
                .mapToObj(i -> {
                    fixture.clock.advance(Duration.ofSeconds(1));
                    return sessions().open(anna.id(), HOME, "agent " + i).session();
                })
                .toList();

        assertThat(sessions().of(anna.id()))
                .containsExactlyElementsOf(opened.subList(1, 6).reversed());
        assertThat(endedSessions()).containsExactly(opened.getFirst().id());
    }

    @Test
    void peopleEndTheirOwnSessionsAndNobodyElses() {
        Operator boris = fixture.join("boris", Role.OPERATOR);
        String mine = sessions().open(anna.id(), HOME, "").session().id();
        String other = sessions().open(anna.id(), HOME, "").session().id();
        String third = sessions().open(anna.id(), HOME, "").session().id();

        assertThatThrownBy(() -> sessions().end(boris.id(), mine)).isInstanceOf(Unknown.class);
        sessions().end(anna.id(), other);
        sessions().endOthers(anna.id(), mine);

        assertThat(sessions().of(anna.id())).extracting(OperatorSession::id).containsExactly(mine);
        assertThat(endedSessions()).containsExactly(other, third);
    }

    @Test
    void anotherRoleAndBeingDisabledEndSessionsAtOnce() {
        Operator boris = fixture.join("boris", Role.OPERATOR);
        String first = sessions().open(boris.id(), HOME, "").session().id();
        fixture.people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft(boris, Role.SUPERVISOR, false));
        String second = sessions().open(boris.id(), HOME, "").session().id();
        fixture.people().operators().change(PeopleFixture.PROGRAM, boris.id(), draft(boris, Role.SUPERVISOR, true));

        assertThat(endedSessions()).containsExactly(first, second);
        assertThat(sessions().of(boris.id())).isEmpty();
        fixture.readAnew();
        assertThat(sessions().byId(second)).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        OperatorSessions.Opened asking = signIn("anna@example.org", PeopleFixture.PASSWORD);
        OperatorSessions.Opened other = sessions().open(anna.id(), HOME, "");

        assertThat(fixture.people()
                        .credentials()
                        .changePassword(actor(), asking.session(), PeopleFixture.PASSWORD, "nine quiet harbours"))
                .isEmpty();

        assertThat(sessions().of(anna.id())).containsExactly(asking.session());
        assertThat(endedSessions()).containsExactly(other.session().id());
        assertThat(attempt("anna@example.org", PeopleFixture.PASSWORD, HOME))
                .isInstanceOf(Credentials.SignIn.Wrong.class);
        assertThat(attempt("anna@example.org", "nine quiet harbours", HOME))
                .isInstanceOf(Credentials.SignIn.Done.class);
    }

    @Test
    void aPasswordIsNotChangedWithoutTheOldOneOrForABadOne() {
        OperatorSession asking =
                signIn("anna@example.org", PeopleFixture.PASSWORD).session();
        Credentials credentials = fixture.people().credentials();

        InvalidFields invalid = catchThrowableOfType(
                InvalidFields.class,
                () -> credentials.changePassword(actor(), asking, "wrong wrong wrong", "anna-anna-anna"));

        assertThat(invalid.faults())
                .extracting(FieldFault::field, FieldFault::code, FieldFault::value)
                .containsExactly(tuple("current", "password_wrong", null), tuple("next", "password_common", null));
        assertThat(signIn("anna@example.org", PeopleFixture.PASSWORD)).isNotNull();
    }

    @Test
    void guessingTheOldPasswordInAStolenSessionIsSlow() {
        OperatorSession asking =
                signIn("anna@example.org", PeopleFixture.PASSWORD).session();
        Credentials credentials = fixture.people().credentials();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> credentials.changePassword(actor(), asking, "wrong", "nine quiet harbours"))
                    .isInstanceOf(InvalidFields.class);
        }

        assertThat(credentials.changePassword(actor(), asking, PeopleFixture.PASSWORD, "nine quiet harbours"))
                .contains(Duration.ofSeconds(1));
    }

    private OperatorSessions.Opened signIn(String email, String password) {
        return ((Credentials.SignIn.Done) attempt(email, password, HOME)).opened();
    }

    private Credentials.SignIn attempt(String email, String password, String address) {
        return fixture.people().credentials().signIn(email, password, null, address, "Firefox");
    }

    private Actor actor() {
        return new Actor(anna.id().value(), HOME);
    }

    private OperatorSessions sessions() {
        return fixture.people().sessions();
    }

    private List<String> endedSessions() {
        return fixture.bus.news(SessionEnded.class).stream()
                .map(SessionEnded::session)
                .toList();
    }

    private static OperatorDraft draft(Operator operator, Role role, boolean disabled) {
        return new OperatorDraft(operator.name(), "", role, 5, Set.of(), Set.of(), disabled);
    }
}
