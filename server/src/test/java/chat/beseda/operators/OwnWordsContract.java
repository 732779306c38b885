package chat.beseda.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.testing.TestEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Operators} promise of what operators say about themselves, on every engine. */
abstract class OwnWordsContract {
    private final TestEngine engine;
    private PeopleFixture fixture;

    OwnWordsContract(TestEngine engine) {
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
    void whatOperatorsSayOfThemselvesIsKeptUntilTheySayOtherwise() {
        fixture.setUp();
        OperatorId boris = fixture.join("boris", Role.OPERATOR).id();
        var hours = new WorkingHours(
                "Asia/Yekaterinburg",
                List.of(new WorkingHours.Day(5, 1_320, 360), new WorkingHours.Day(1, 540, 1_080)));
        var translations = Map.of("en", new Profile.Called(" Boris ", "Seller"), "uk", new Profile.Called("", " "));
        operators().changeOwn(boris, new OwnDraft("Борис", "Продавец", translations, "ru", "system", hours));
        long until = fixture.clock.millis() + 60_000;
        operators().setStatus(boris, " на складе ", until);
        operators().changeOwn(boris, new OwnDraft("Боря", "Продавец", "ru", "dark"));

        fixture.readAnew();
        Profile kept = operators().byId(boris).orElseThrow().profile();
        assertThat(kept.translations()).isEqualTo(Map.of("en", new Profile.Called("Boris", "Seller")));
        assertThat(kept.in("en")).isEqualTo(new Profile.Called("Boris", "Seller"));
        assertThat(kept.in("uk")).isEqualTo(new Profile.Called("Боря", "Продавец"));
        assertThat(kept.hours().timeZone()).isEqualTo("Asia/Yekaterinburg");
        assertThat(kept.hours().days()).extracting(WorkingHours.Day::weekday).containsExactly(1, 5);
        assertThat(kept.status()).isEqualTo(new Profile.Status("на складе", until));
        assertThat(new Profile.Status("", until).stands(until)).isFalse();

        operators().setStatus(boris, "", null);
        fixture.readAnew();
        assertThat(operators().byId(boris).orElseThrow().profile().status()).isNull();
    }

    @Test
    void whatIsWrongInTheWordsOfOperatorsIsNamed() {
        fixture.setUp();
        OperatorId boris = fixture.join("boris", Role.OPERATOR).id();
        var hours =
                new WorkingHours("Moscow", List.of(new WorkingHours.Day(8, -1, 1_441), new WorkingHours.Day(8, 0, 0)));
        var translations = Map.of("en", new Profile.Called("n".repeat(101), ""));
        var draft = new OwnDraft("Борис", "", translations, "ru", "system", hours);

        assertThatThrownBy(() -> operators().changeOwn(boris, draft))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(FieldFault::field, FieldFault::code)
                                .contains(
                                        tuple("translations.en.name", "too_long"),
                                        tuple("hours.timeZone", "time_zone"),
                                        tuple("hours.days.weekday", "out_of_range"),
                                        tuple("hours.days.from", "out_of_range"),
                                        tuple("hours.days.to", "out_of_range"),
                                        tuple("hours.days", "taken")));
        assertThatThrownBy(() -> operators()
                        .changeOwn(
                                boris,
                                new OwnDraft(
                                        "Борис", "", Map.of("de", new Profile.Called("B", "")), "ru", "system", null)))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> operators().setStatus(boris, "обед", fixture.clock.millis()))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> operators().setStatus(boris, "о".repeat(81), null))
                .isInstanceOf(InvalidFields.class);
    }

    private Operators operators() {
        return fixture.people().operators();
    }
}
