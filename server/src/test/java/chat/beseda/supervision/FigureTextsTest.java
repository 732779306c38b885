package chat.beseda.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.reports.Figure;
import chat.beseda.rest.Fields;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** U-r8: every figure has a name and says what it means, in every language. */
class FigureTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en", "uk"})
    void everyFigureSaysWhatItMeans(String language) {
        var texts = new FigureTexts(language, Map.of("seconds", "60", "minutes", "5"));

        Map<String, FigureTexts.Meaning> all = texts.all();

        assertThat(all.keySet())
                .containsAll(Stream.of(Figure.values()).map(Fields::word).toList())
                .contains("conversion");
        all.forEach((figure, meaning) -> {
            assertThat(meaning.name())
                    .as(figure)
                    .isNotBlank()
                    .doesNotContain("figure.", "{")
                    .isNotEqualTo(figure);
            assertThat(meaning.means()).as(figure).endsWith(".").doesNotContain("figure.", "{", "_");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en", "uk"})
    void limitsStandInTheMeanings(String language) {
        var texts = new FigureTexts(language, Map.of("seconds", "37", "minutes", "8"));

        assertThat(texts.name(Figure.FIRST_ANSWER_WITHIN)).contains("37");
        assertThat(texts.meaning(Figure.LATE)).contains("8");
        assertThat(texts.in("in_percent", "A")).contains("A", "%");
    }
}
