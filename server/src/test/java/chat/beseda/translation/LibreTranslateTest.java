package chat.beseda.translation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.translation.Translated.Failed;
import chat.beseda.translation.Translated.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's answers mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibreTranslateTest {
    private final FakeService service = new FakeService();
    private final LibreTranslate asking = new LibreTranslate(Duration.ofSeconds(20));

    @AfterAll
    void close() {
        service.close();
    }

    private Translated ask() {
        return asking.ask(new TranslationService(service.address(), ""), "Hello", "ru");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED",
        "403, KEY",
        "404, NO_SERVICE",
        "413, REFUSED",
        "429, TOO_MANY",
        "500, BROKEN",
        "502, BROKEN",
        "201, NO_SERVICE"
    })
    void aRefusalIsToldByItsKind(int status, Trouble trouble) {
        service.status = status;
        service.answer = "";
        assertThat(ask()).isEqualTo(new Failed(trouble));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"error": "Please contact the server operator to get an API key"}                | KEY
            {"error": "Visit https://portal.libretranslate.com to get an API key"}           | KEY
            {"error": "Invalid request: missing q parameter"}                                | REFUSED
            {"error": 5}                                                                     | REFUSED
            <h1>get an API key</h1>                                                          | REFUSED
            """)
    void aKeyThatIsMissingIsToldFromAnythingElseThatIsRefused(String answer, Trouble trouble) {
        service.status = 400;
        service.answer = answer;
        assertThat(ask()).isEqualTo(new Failed(trouble));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"translatedText\": 5}", "{\"translatedText\":", "null"})
    void whatIsNoTranslationIsNone(String answer) {
        service.status = 200;
        service.answer = answer;
        assertThat(ask()).isEqualTo(new Failed(Trouble.NO_SERVICE));
    }
}
