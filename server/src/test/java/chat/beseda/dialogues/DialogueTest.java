package chat.beseda.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Topic.Speaker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest {
    private static final int MANY = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void everyMessageIsWholeAndOfItsLanguage(String language) {
        for (List<String> messages : conversations(language, 7)) {
            assertThat(messages)
                    .hasSizeBetween(1, 40)
                    .allSatisfy(text -> assertThat(text)
                            .isNotBlank()
                            .doesNotContain("{", "}", "|", "//", "null")
                            .doesNotStartWith("~")
                            .hasSizeLessThan(400));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void noTwoConversationsOfAYearAreCopies(String language) {
        List<List<String>> all = conversations(language, 11);
        Map<String, Integer> longOnes = new HashMap<>();
        all.stream()
                .filter(messages -> messages.size() > 4)
                .forEach(messages -> longOnes.merge(String.join("\n", messages), 1, Integer::sum));
        assertThat(longOnes.values()).allMatch(times -> times == 1);
        Set<String> different = new HashSet<>();
        all.forEach(different::addAll);
        assertThat(different).hasSizeGreaterThan(MANY * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void theSameSeedTellsTheSame(String language) {
        assertThat(conversations(language, 3)).isEqualTo(conversations(language, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void theVisitorAsksFirstAndNotesStayAmongOperators(String language) {
        var chance = new SplittableRandom(5);
        Phrasebook book = book(language);
        var writer = new Scriptwriter(book, chance);
        for (int i = 0; i < 200; i++) {
            Dialogue dialogue = writer.write(Persona.any(book, chance), 5);
            List<Line> lines = dialogue.lines();
            assertThat(lines.subList(0, dialogue.asked())).allMatch(line -> line.speaker() == Speaker.VISITOR);
            assertThat(lines.get(dialogue.asked()).speaker()).isEqualTo(Speaker.OPERATOR);
            assertThat(dialogue.ending()).isLessThan(lines.size());
        }
    }

    static Phrasebook book(String language) {
        return language.equals("ru") ? Phrasebook.russian() : Phrasebook.english();
    }

    private static List<List<String>> conversations(String language, long seed) {
        var chance = new SplittableRandom(seed);
        Phrasebook book = book(language);
        var writer = new Scriptwriter(book, chance);
        var voice = new Voice("Светлана", true, "Марина");
        return IntStream.range(0, MANY)
                .mapToObj(i -> {
                    Dialogue dialogue = writer.write(Persona.any(book, chance), i % 12 + 1);
                    return dialogue.lines().stream()
                            .map(line -> dialogue.gaps().fill(line.text(), voice))
                            .toList();
                })
                .toList();
    }
}
