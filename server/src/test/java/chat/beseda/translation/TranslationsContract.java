package chat.beseda.translation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.operators.PeopleFixture;
import chat.beseda.testing.TestEngine;
import chat.beseda.translation.Translated.Done;
import chat.beseda.translation.Translated.Failed;
import chat.beseda.translation.Translated.Trouble;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Translations} promises on every engine, with a service that answers as it is told to. */
abstract class TranslationsContract {
    private static final String HELLO = """
            {"detectedLanguage": {"confidence": 90.0, "language": "en"}, "translatedText": "Привет"}""";

    private final PeopleFixture house;
    private final FakeService service = new FakeService();

    TranslationsContract(TestEngine engine) {
        house = new PeopleFixture(engine);
        service.answer = HELLO;
    }

    @AfterEach
    void close() {
        service.close();
        house.close();
    }

    /** As after a start of the program. */
    private Translations open(Duration patience) {
        return new Translations(house.database(), house.people().audit(), house.timers, house.clock, patience);
    }

    private Translations open() {
        return open(Duration.ofSeconds(20));
    }

    private Translations connected(String key) {
        Translations translations = open();
        translations.change(Actor.program(), service.address() + "/", key);
        return translations;
    }

    @Test
    void nobodyIsAskedUntilAServiceIsNamedNorAfterwards() {
        assertThat(open().translate("Hello", "ru")).isEqualTo(new Failed(Trouble.OFF));
        Translations translations = connected("");
        translations.change(Actor.program(), " ", null);
        assertThat(translations.translate("Hello", "ru")).isEqualTo(new Failed(Trouble.OFF));
        assertThat(open().service().isOn()).isFalse();
        assertThat(service.asked).isEmpty();
    }

    @Test
    void itIsAskedAsLibreTranslateDocuments() {
        connected("secret");
        assertThat(open().translate("Hello \"you\"\n", "ru")).isEqualTo(new Done("Привет", "en"));
        assertThat(service.asked)
                .containsExactly(
                        "POST /translate {\"q\":\"Hello \\\"you\\\"\\n\",\"source\":\"auto\",\"target\":\"ru\","
                                + "\"format\":\"text\",\"api_key\":\"secret\"}");
    }

    @Test
    void withoutAKeyNoneIsSentAndTheLanguageMayBeUnsaid() {
        service.answer = "{\"translatedText\": \"Привет\"}";
        assertThat(connected("").translate("Hello", "ru")).isEqualTo(new Done("Привет", ""));
        assertThat(service.asked).singleElement().asString().doesNotContain("api_key");
    }

    @Test
    void itIsFollowedNowhereElse() {
        Translations translations = connected("secret");
        try (var other = new FakeService()) {
            service.status = 307;
            service.elsewhere = other.address() + "/translate";
            assertThat(translations.translate("Hello", "ru")).isEqualTo(new Failed(Trouble.NO_SERVICE));
            assertThat(other.asked).isEmpty();
        }
    }

    @Test
    void anAnswerThatNeverEndsOrIsTooLongIsGivenUp() {
        connected("");
        service.stuck = true;
        assertThat(open(Duration.ofSeconds(2)).translate("Hello", "ru")).isEqualTo(new Failed(Trouble.TIMEOUT));
        service.stuck = false;
        service.answer = "{\"translatedText\": \"" + "x".repeat(600_000) + "\"}";
        assertThat(open().translate("Hello", "ru")).isEqualTo(new Failed(Trouble.BROKEN));
    }

    @Test
    void whoeverIsNotThereIsUnreachable() {
        Translations translations = connected("");
        service.close();
        assertThat(translations.translate("Hello", "ru")).isEqualTo(new Failed(Trouble.UNREACHABLE));
    }

    @Test
    void aKeptKeyGoesToItsOwnAddressOnly() {
        Translations translations = connected("secret");
        try (var other = new FakeService()) {
            other.answer = HELLO;
            assertThat(translations.test(other.address(), null, "ru")).isInstanceOf(Done.class);
            assertThat(other.asked).singleElement().asString().doesNotContain("secret");
        }
        assertThat(translations.test(service.address(), null, "ru")).isInstanceOf(Done.class);
        assertThat(service.asked).singleElement().asString().contains("secret");
        assertThat(translations.service().toString()).doesNotContain("secret");
    }

    @Test
    void oneAsksSoOftenAndOthersStillMay() {
        Translations translations = open();
        assertThat(IntStream.range(0, 15)
                        .allMatch(any -> translations.take("anna").isEmpty()))
                .isTrue();
        assertThat(translations.take("anna")).isPresent();
        assertThat(translations.take("boris")).isEmpty();
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(translations.take("anna")).isEmpty();
    }
}
