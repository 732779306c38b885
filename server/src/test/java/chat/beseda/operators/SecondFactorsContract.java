package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.beseda.audit.Actor;
import chat.beseda.forms.InvalidFields;
import chat.beseda.people.Credentials.SignIn;
import chat.beseda.people.SecondFactors;
import chat.beseda.people.SecondFactors.Confirmed;
import chat.beseda.security.TimeCodes;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the second factor promises on every engine. */
abstract class SecondFactorsContract {
    private static final String HOME = "192.0.2.1";

    private final TestEngine engine;
    private PeopleFixture fixture;
    private Operator anna;
    private String secret;

    SecondFactorsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        fixture = new PeopleFixture(engine);
        anna = fixture.setUp().administrator();
        secret = factors().begin(anna.id());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void untilTheAppHasShownThatItKnowsTheSecretNobodyIsAskedForACode() {
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);
        assertThatThrownBy(() -> factors().confirm(actor(), anna, "000000")).isInstanceOf(InvalidFields.class);
        assertThat(factors().status(anna.id())).isEqualTo(new SecondFactors.Status(false, 0));
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void fromThenOnThePasswordAloneOpensNothing() {
        turnOn();

        assertThat(signIn(null)).isEqualTo(new SignIn.CodeWanted(false));
        assertThat(signIn("123")).isEqualTo(new SignIn.CodeWanted(true));
        later();
        assertThat(signIn(code().substring(0, 3) + " " + code().substring(3))).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void aCodeIsGoodOnce() {
        String first = code();
        factors().confirm(actor(), anna, first);

        assertThat(signIn(first)).isEqualTo(new SignIn.CodeWanted(true));
        later();
        String next = code();
        assertThat(signIn(next)).isInstanceOf(SignIn.Done.class);
        assertThat(signIn(next)).isEqualTo(new SignIn.CodeWanted(true));
    }

    @Test
    void aCodeThatWasWrittenDownIsGoodOnceHoweverItIsTyped() {
        List<String> codes = turnOn();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();

        assertThat(signIn(codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ")))
                .isInstanceOf(SignIn.Done.class);
        assertThat(signIn(codes.getFirst())).isEqualTo(new SignIn.CodeWanted(true));
        assertThat(factors().status(anna.id())).isEqualTo(new SecondFactors.Status(true, 9));
    }

    @Test
    void guessingCodesIsAsSlowAsGuessingPasswords() {
        turnOn();
        for (int i = 0; i < 3; i++) {
            assertThat(signIn("00000" + i)).isEqualTo(new SignIn.CodeWanted(true));
        }
        assertThat(signIn(code())).isEqualTo(new SignIn.Delayed(Duration.ofSeconds(1)));
    }

    @Test
    void theFirstCodeIsGuessedAsSlowly() {
        for (int i = 0; i < 3; i++) {
            String wrong = "00000" + i;
            assertThatThrownBy(() -> factors().confirm(actor(), anna, wrong)).isInstanceOf(InvalidFields.class);
        }
        assertThat(factors().confirm(actor(), anna, code())).isEqualTo(new Confirmed.Delayed(Duration.ofSeconds(1)));
        assertThat(factors().status(anna.id()).on()).isFalse();
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(turnOn()).hasSize(10);
    }

    @Test
    void whatWasBegunIsToBeFinishedWithinTenMinutes() {
        fixture.clock.advance(Duration.ofMinutes(9));
        assertThatThrownBy(() -> factors().confirm(actor(), anna, "000000"))
                .asInstanceOf(type(InvalidFields.class))
                .satisfies(wrong -> assertThat(wrong.faults().getFirst().code()).isEqualTo("code_wrong"));
        fixture.clock.advance(Duration.ofSeconds(91));
        assertThatThrownBy(() -> factors().confirm(actor(), anna, code()))
                .asInstanceOf(type(InvalidFields.class))
                .satisfies(late -> assertThat(late.faults().getFirst().code()).isEqualTo("second_factor_not_begun"));
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);

        secret = factors().begin(anna.id());
        fixture.clock.advance(Duration.ofMinutes(9));
        assertThat(turnOn()).hasSize(10);
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(signIn(code())).as("what is on stays on").isInstanceOf(SignIn.Done.class);
    }

    @Test
    void whereNothingWasBegunThereIsNothingToGuess() {
        factors().reset(Actor.program(), anna.id());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> factors().confirm(actor(), anna, "000000")).isInstanceOf(InvalidFields.class);
        }
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void itIsTurnedOffWithACodeOrByAColleague() {
        turnOn();
        assertThatThrownBy(() -> factors().begin(anna.id())).isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> factors().turnOff(actor(), anna, "000000")).isInstanceOf(InvalidFields.class);
        later();
        assertThat(factors().turnOff(actor(), anna, code())).isEmpty();
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);

        secret = factors().begin(anna.id());
        turnOn();
        factors().reset(Actor.program(), anna.id());
        assertThat(signIn(null)).isInstanceOf(SignIn.Done.class);
    }

    private List<String> turnOn() {
        return ((Confirmed.Done) factors().confirm(actor(), anna, code())).codes();
    }

    private String code() {
        return TimeCodes.code(secret, fixture.clock.millis());
    }

    private void later() {
        fixture.clock.advance(Duration.ofMinutes(1));
    }

    private SignIn signIn(@Nullable String code) {
        return fixture.people().credentials().signIn("anna@example.org", PeopleFixture.PASSWORD, code, HOME, "Firefox");
    }

    private SecondFactors factors() {
        return fixture.people().secondFactors();
    }

    private Actor actor() {
        return new Actor(anna.id().value(), HOME);
    }
}
