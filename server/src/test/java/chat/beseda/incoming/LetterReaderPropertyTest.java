package chat.beseda.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever arrives is read, and never becomes more than it was. */
class LetterReaderPropertyTest {
    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\n\n",
            "From: ",
            "\"",
            "<",
            ">",
            "a@b.example",
            "=?utf-8?B?",
            "?=",
            "=?koi8-r?Q?",
            "=D0",
            "=",
            "Subject: ",
            "Content-Type: multipart/mixed; boundary=b\n",
            "Content-Type: multipart/alternative; boundary=\"c\"\n",
            "--b\n",
            "--b--\n",
            "--c\n",
            "Content-Type: text/html; charset=",
            "utf-16",
            "x-none",
            "utf-7",
            "iso-2022-jp",
            "; name*0*=utf-8''%D0",
            "Content-Transfer-Encoding: base64\n",
            "Content-Transfer-Encoding: quoted-printable\n",
            "Content-Disposition: attachment;",
            "filename=\"..\\..\\con\"",
            "> ",
            "On 3 Feb 2026 at 12:05, x <a@b.example> wrote:\n",
            "-- \n",
            "<blockquote>",
            "<div id=appendonsend>",
            "<p>",
            "<script>",
            "&#0;",
            "\u0000",
            "Привет",
            "\uD83D\uDE00",
            "Date: Tue, 99 Feb 2026 25:61:00 +9999\n",
            "From: x\nSent: y\nTo: z\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n",
            "Final-Recipient: rfc822;",
            "Status: 5",
            " ",
            ":",
            ";");

    @Property(tries = 300)
    void randomBytesAreRead(@ForAll @Size(max = 2_000) byte[] bytes) {
        holds(bytes);
    }

    @Property(tries = 600)
    void piecesOfLettersInAnyOrderAreRead(@ForAll("letters") String letter) {
        holds(letter.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    private static void holds(byte[] bytes) {
        Received letter = LetterReader.read(bytes);
        // A sign of quoting is added for each line of HTML, which takes a tag to make.
        assertThat(letter.text().length()).isLessThanOrEqualTo(bytes.length * 2);
        assertThat(letter.answer().length()).isLessThanOrEqualTo(letter.text().length());
        assertThat(letter.text().chars().allMatch(each -> each == '\n' || !Character.isISOControl(each)))
                .isTrue();
        assertThat(letter.subject()).doesNotContain("\n").doesNotContain("\r");
        letter.files().forEach(file -> {
            assertThat(file.name()).isNotBlank().doesNotContain("/").doesNotContain("\\");
            assertThat(file.bytes().length).isLessThanOrEqualTo(bytes.length);
        });
        letter.from().ifPresent(from -> assertThat(from.address()).matches("[^\\s<>]+@[^\\s<>]+"));
    }
}
