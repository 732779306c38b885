package chat.beseda.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as the programs of this world write them: {@code src/test/resources/incoming}. */
class LetterReaderTest {
    private static final String ANSWER = "Да, подойдёт.\nКогда привезёте?";

    private static Received read(String name) {
        try (InputStream letter = Objects.requireNonNull(
                LetterReaderTest.class.getResourceAsStream("/incoming/" + name + ".eml"), name)) {
            return LetterReader.read(letter.readAllBytes());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static Received written(String letter) {
        return LetterReader.read(letter.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail-ru",
                "gmail-en",
                "gmail-uk",
                "gmail-html-only",
                "outlook-en",
                "outlook-classic-ru",
                "outlook-web-html",
                "outlook-ios",
                "outlook-uk",
                "apple-ru",
                "apple-en",
                "apple-mac-ru",
                "apple-uk",
                "yandex-old",
                "yandex-new",
                "yandex-html",
                "mailru",
                "mailru-bare",
                "mailru-mobile",
                "thunderbird-ru",
                "thunderbird-en-below",
                "thunderbird-uk",
                "bat-koi8",
                "raw-1251-headers",
                "unknown-charset",
                "says-latin",
                "split-encoded-word",
                "quoted-encoded-word",
                "files"
            })
    void whatIsNewInAnAnswerIsFoundAndTheWholeIsKept(String name) {
        Received letter = read(name);

        assertThat(letter.answer()).isEqualTo(ANSWER);
        assertThat(letter.text()).startsWith(name.endsWith("below") ? "On " : "Да, подойдёт.");
        assertThat(letter.text().length())
                .isGreaterThanOrEqualTo(letter.answer().length());
        assertThat(letter.from().orElseThrow().address()).isEqualTo("vera@example.net");
        assertThat(letter.from().orElseThrow().name()).startsWith("Вера");
        assertThat(letter.nature()).isEqualTo(Nature.PERSON);
        assertThat(letter.subject()).isEqualTo("Re: Ответ магазина");
    }

    @Test
    void whatALetterSaysOfItselfIsRead() {
        Received letter = read("gmail-ru");

        assertThat(letter.messageId()).contains("<g1@mail.gmail.com>");
        assertThat(letter.answered()).containsExactly("<t.abc@example.org>", "<first@example.org>");
        assertThat(letter.date()).contains(Instant.parse("2026-02-03T09:20:00Z"));
        assertThat(letter.to().getFirst().name()).isEqualTo("Магазин");
        assertThat(letter.bounce()).isEmpty();
    }

    /** A name and "kind regards" without the line of two hyphens may be words of the letter. */
    @Test
    void aSignatureThatNothingMarksStays() {
        assertThat(read("outlook-ru").answer()).isEqualTo(ANSWER + "\n\nС уважением,\nВера");
    }

    @Test
    void filesAndPicturesAreFoundUnderHarmlessNames() {
        List<FoundFile> files = read("files").files();

        assertThat(files).extracting(FoundFile::name).containsExactly("котёнок.png", "Счёт.pdf", "file.eml");
        assertThat(files).extracting(FoundFile::isInline).containsExactly(true, false, false);
        assertThat(files.get(1).bytes()).isEqualTo("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        assertThat(files.getFirst().bytes()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({
        "auto-vacation,AUTOMATIC",
        "auto-exchange,AUTOMATIC",
        "auto-subject,AUTOMATIC",
        "auto-nobody,AUTOMATIC",
        "read-receipt,AUTOMATIC",
        "bulk,AUTOMATIC",
        "list,LIST",
        "bounce-postfix,BOUNCE",
        "bounce-delayed,BOUNCE",
        "bounce-exim,BOUNCE",
        "bounce-gmail,BOUNCE",
        "bounce-outlook,BOUNCE",
        "bounce-yandex,BOUNCE",
        "bounce-mailru,BOUNCE",
        "own,OWN"
    })
    void whatNoPersonWroteIsKnown(String name, Nature nature) {
        assertThat(read(name).nature()).isEqualTo(nature);
    }

    @Test
    void aBounceNamesTheLetterThatFailed() {
        Bounce failed = read("bounce-postfix").bounce().orElseThrow();

        assertThat(failed)
                .isEqualTo(new Bounce(
                        List.of("vera@example.net"),
                        true,
                        List.of("<t.abc@example.org>"),
                        "smtp; 550 5.1.1 No such user"));
        assertThat(read("bounce-delayed").bounce().orElseThrow().permanent()).isFalse();
        Bounce exim = read("bounce-exim").bounce().orElseThrow();
        assertThat(exim.permanent()).isTrue();
        assertThat(exim.messageIds()).containsExactly("<t.abc@example.org>");
        assertThat(exim.recipients()).containsExactly("vera@example.net");
    }

    @ParameterizedTest
    @CsvSource({
        "gmail,550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking",
        "outlook,550 5.1.10 RESOLVER.ADR.RecipientNotFound",
        "yandex,550 5.7.1 No such user!",
        "mailru,user_not_found",
        "exim,550 no such user",
    })
    void everyGreatServicesBounceIsRead(String name, String words) {
        Bounce failed = read("bounce-" + name).bounce().orElseThrow();

        assertThat(failed.permanent()).isTrue();
        assertThat(failed.recipients()).containsExactly("vera@example.net");
        assertThat(failed.messageIds()).containsExactly("<t.abc@example.org>");
        assertThat(failed.words()).contains(words);
    }

    @Test
    void whatMayArriveYetIsNoFailureForEver() {
        for (String name : List.of("bounce-delayed", "bounce-later")) {
            assertThat(read(name).bounce().orElseThrow().permanent()).as(name).isFalse();
        }
        Bounce full = written("X-Failed-Recipients: vera@example.net\n\nvera@example.net\n  452 4.2.2 Mailbox full\n")
                .bounce()
                .orElseThrow();
        assertThat(full.permanent()).isFalse();
        assertThat(full.words()).isEqualTo("452 4.2.2 Mailbox full");
    }

    @Test
    void answersBetweenQuotedLinesKeepThem() {
        Received letter = written("""
                Content-Type: text/plain; charset=utf-8

                On 3 Feb 2026, at 12:05, Shop wrote:
                > Чёрный или белый?
                Чёрный.
                > Когда?
                Завтра.
                """);

        assertThat(letter.answer()).isEqualTo("> Чёрный или белый?\nЧёрный.\n> Когда?\nЗавтра.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "От вас: жду ответа до 12:00",
                "Он мне написал: приезжай",
                "Мой адрес vera@example.net, звоните после 12:05",
                "To be or not to be: yes",
                "Список:\n- раз\n- два"
            })
    void wordsThatOnlyLookLikeAQuotationStay(String words) {
        assertThat(written("Content-Type: text/plain; charset=utf-8\n\n" + words + "\n")
                        .answer())
                .isEqualTo(words);
    }

    @Test
    void aLetterOfManyHeadersPartsAndLevelsIsReadInPart() {
        var headers = new StringBuilder("Subject: first\n");
        for (int each = 0; each < 10_000; each++) {
            headers.append("X-").append(each).append(": ").append(each).append('\n');
        }
        assertThat(written(headers + "Content-Type: text/html\n\nwords").answer())
                .isEqualTo("words");

        var parts = new StringBuilder("Content-Type: multipart/mixed; boundary=b\n\n");
        for (int each = 0; each < 5_000; each++) {
            parts.append("--b\nContent-Disposition: attachment; filename=a")
                    .append(each)
                    .append("\n\nx\n");
        }
        Received many = written(parts.toString());
        assertThat(many.files()).hasSize(LetterReader.MOST_FILES);
        assertThat(many.cut()).isTrue();

        var deep = new StringBuilder();
        for (int each = 0; each < 100; each++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(each)
                    .append("\n\n--b")
                    .append(each)
                    .append('\n');
        }
        assertThat(written(deep + "\nwords").nature()).isEqualTo(Nature.PERSON);
    }

    @Test
    void oneAboveTheBoundIsNotRead() {
        assertThatThrownBy(() -> LetterReader.read(new byte[LetterReader.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
