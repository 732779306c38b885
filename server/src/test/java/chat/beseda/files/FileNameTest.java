package chat.beseda.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileNameTest {
    private static final Map<String, String> HOSTILE = Map.ofEntries(
            Map.entry("отчёт за май.pdf", "отчёт за май.pdf"),
            Map.entry("../../etc/passwd", "passwd"),
            Map.entry("..\\..\\boot.ini", "boot.ini"),
            Map.entry("C:\\Users\\Vera\\a.png", "a.png"),
            Map.entry("a\u202egpj.exe", "agpj.exe"),
            Map.entry("\u200b.htaccess", "htaccess"),
            Map.entry("..\u200b/..\u200b/x.txt", "x.txt"),
            Map.entry("line\nfeed\r\u0000.txt", "linefeed.txt"),
            Map.entry("CON", "_CON"),
            Map.entry("lpt1.txt", "_lpt1.txt"),
            Map.entry("name. . .", "name"),
            Map.entry("...", "file"),
            Map.entry("/", "file"),
            Map.entry("", "file"));

    @Test
    void aHostileNameIsMadeHarmless() {
        HOSTILE.forEach(
                (said, harmless) -> assertThat(FileName.harmless(said)).as(said).isEqualTo(harmless));
    }

    @Test
    void signsThatSystemsForbidBecomeUnderlines() {
        assertThat(FileName.harmless("a\"b<c>d:e|f?g*h.txt")).isEqualTo("a_b_c_d_e_f_g_h.txt");
    }

    @Test
    void aLongNameIsCutInItsMiddleAndKeepsItsEnding() {
        String cut = FileName.harmless("щ".repeat(300) + ".docx");
        assertThat(cut).endsWith("щ….docx");
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(FileName.LONGEST);
        assertThat(FileName.harmless("😀".repeat(300)).codePoints()).hasSize(FileName.LONGEST);
    }

    @Test
    void theEndingIsThatOfTheContent() {
        List<String> jpeg = List.of("jpg", "jpeg");
        assertThat(FileName.ending("photo.JPEG", jpeg)).isEqualTo("photo.JPEG");
        assertThat(FileName.ending("photo.exe", jpeg)).isEqualTo("photo.exe.jpg");
        assertThat(FileName.ending("photo", jpeg)).isEqualTo("photo.jpg");
    }

    @Property(tries = 300)
    void whateverIsSentTheNameIsAName(@ForAll Random chance) {
        var hostile = new StringBuilder();
        for (int i = chance.nextInt(200); i > 0; i--) {
            hostile.appendCodePoint(
                    chance.nextInt(4) == 0
                            ? "./\\\u202e\u0000\"".codePointAt(chance.nextInt(6))
                            : chance.nextInt(0x10ffff));
        }
        String name = FileName.harmless(hostile.toString());
        assertThat(name)
                .isNotBlank()
                .doesNotContain("/", "\\", "\"", "\u202e", "\u0000")
                .doesNotStartWith(".");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(FileName.LONGEST);
    }
}
