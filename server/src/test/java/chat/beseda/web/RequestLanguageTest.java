package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLanguageTest {

    @ParameterizedTest
    @CsvSource({
        "ru, ru",
        "'ru-RU,ru;q=0.9,en;q=0.8', ru",
        "'de, uk;q=0.5, en;q=0.4', uk",
        "'en;q=0.4, ru;q=0.7', ru",
        "de, en",
        "'', en",
        "';;;', en",
        "*, en"
    })
    void theFirstLanguageThatTheProductSpeaks(String header, String language) {
        assertThat(RequestLanguage.of(header)).isEqualTo(language);
    }

    @Test
    void nothingSaidIsEnglish() {
        assertThat(RequestLanguage.of((String) null)).isEqualTo("en");
        assertThat(RequestLanguage.of("ru,".repeat(1_000))).isEqualTo("en");
    }
}
