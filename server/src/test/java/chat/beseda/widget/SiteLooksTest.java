package chat.beseda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.testing.LineServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteLooksTest {
    @ParameterizedTest
    @CsvSource({"ru, ru", "ru-RU, ru", "EN-gb, en", "uk, uk", "uk-UA, uk", "de-DE, ru", "'', ru", "rus, ru", "enx, ru"})
    void aSiteThatFollowsItsVisitorsSpeaksTheirLanguageOrItsFirst(String language, String spoken) {
        try (var server = new LineServer()) {
            assertThat(server.site.languageFor(language)).isEqualTo(spoken);
        }
    }

    @Test
    void aSiteWithALanguageOfItsOwnSpeaksThat() {
        try (var server = new LineServer()) {
            assertThat(server.anotherSite("Another").languageFor("en-GB")).isEqualTo("ru");
        }
    }
}
