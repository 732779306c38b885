package chat.beseda.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Letters made to cost more than they weigh. */
class HostileLetterTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_TEXT = 200_000;

    private static Received read(String letter) {
        return assertTimeoutPreemptively(
                SOON, () -> LetterReader.read(letter.getBytes(StandardCharsets.UTF_8)), "read in time");
    }

    private static String parts(String kind, int number, String part) {
        return "Content-Type: multipart/" + kind + "; boundary=b\n\n" + ("--b\n" + part + "\n").repeat(number)
                + "--b--\n";
    }

    private static String html(String words) {
        return "Content-Type: text/html; charset=utf-8\n\n" + words;
    }

    @Test
    void aBounceOfEmptyLinesIsRead() {
        Received letter = read("X-Failed-Recipients: vera@example.net\n"
                + parts("mixed", 200, "Content-Type: message/rfc822\n\n" + "\n".repeat(64_000)));

        assertThat(letter.bounce().orElseThrow().recipients()).containsExactly("vera@example.net");
    }

    @Test
    void aBounceNamesALetterWhoseNumberStandsOnALineOfItsOwn() {
        Received letter =
                read("X-Failed-Recipients: vera@example.net\n\nSorry.\n\n  Message-ID:\n <t.abc@example.org>\n");

        assertThat(letter.bounce().orElseThrow().messageIds()).containsExactly("<t.abc@example.org>");
    }

    @Test
    void aBounceNamesOnlySoManyLettersOfOnlySoManyParts() {
        var ids = new StringBuilder();
        for (int each = 0; each < 30; each++) {
            ids.append("--b\n\nMessage-ID: <").append(each).append("@example.org>\n");
        }
        String letter = "X-Failed-Recipients: vera@example.net\nContent-Type: multipart/mixed; boundary=b\n\n" + ids;

        assertThat(read(letter).bounce().orElseThrow().messageIds()).hasSize(20).endsWith("<19@example.org>");
    }

    @Test
    void theWordsOfAllPartsTogetherAreBounded() {
        String letter = parts("mixed", 28, "\n" + "x".repeat(MEGABYTE));
        Received one = read(letter);
        assertThat(one.text()).hasSize(MOST_TEXT);
        assertThat(one.cut()).isTrue();

        Received many = read(parts("mixed", 100, "\n" + "слово ".repeat(10_000)));
        assertThat(many.text().length()).isBetween(MOST_TEXT - 100, MOST_TEXT);
        assertThat(many.cut()).isTrue();
    }

    @Test
    void whatIsNotChosenOfTwoWaysToSayItCostsTheLetterNothing() {
        String words = "слово ".repeat(20_000).strip();
        String letter = parts("alternative", 1, html(words))
                .replace(
                        "--b--\n",
                        "--b\n\n" + words + "\n--b\n" + html(words) + "\n--b\nContent-Type: image/png\n\nx\n--b--\n");

        Received read = read(letter);

        assertThat(read.text()).isEqualTo(words);
        assertThat(read.cut()).isFalse();
        assertThat(read.files()).hasSize(1);
    }

    @Test
    void ofALongPageOnlyTheBeginningIsLookedAt() {
        Received letter = read(html("<p>Привет</p>" + "<b>".repeat(100_000) + "end"));

        assertThat(letter.text()).isEqualTo("Привет");
        assertThat(letter.cut()).isTrue();
        assertThat(read(parts("mixed", 100, html("<div><table><a><p>".repeat(14_000))))
                        .files())
                .isEmpty();
    }

    @Test
    void whatIsCutWithinACharacterIsStillReadInItsAlphabet() {
        String page = "<style>" + "x".repeat(100_000) + "</style>" + "Привет ".repeat(20_000);
        for (String shift : List.of("", "x", "xx", "xxx")) {
            assertThat(read(html(shift + page)).text())
                    .contains("Привет Привет")
                    .doesNotContain("Р");
            String wrapped = Base64.getMimeEncoder().encodeToString((shift + page).getBytes(StandardCharsets.UTF_8));
            assertThat(read("Content-Transfer-Encoding: base64\n" + html(wrapped))
                            .text())
                    .contains("Привет Привет")
                    .doesNotContain("Р");
        }
    }

    @Test
    void manyLinesThatSeemToSayWhoWroteAreRead() {
        Received letter = read("\n" + "1234 wrote:\n".repeat(16_000) + "> x\nnew words\n");
        assertThat(letter.answer()).contains("new words");

        assertThat(read("\n" + "1234 wrote:\n> x\n".repeat(12_000) + "new words\n")
                        .text())
                .contains("new words");
    }
}
