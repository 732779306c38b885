package chat.beseda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.mail.ReplyMarks.Judged;
import chat.beseda.security.RandomTokens;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplyMarksTest {
    private static final long MATTER = 29_000_000_000_000_123L;
    private static final String VERA = "vera@example.net";

    private final TestDatabase opened = TestEngine.SQLITE.open();
    private final ReplyMarks marks = marks();

    @AfterEach
    void close() {
        opened.close();
    }

    /** As after a start of the program. */
    private ReplyMarks marks() {
        return new ReplyMarks(opened.database(), new RandomTokens());
    }

    private Optional<Judged> judged(String text, String sender) {
        return marks.judge(List.of("<first@example.org>", text), sender);
    }

    @Test
    void aMarkIsKnownWhereverItStandsInLettersOfWhateverCaseAndAfterAStart() {
        String mark = marks.of(MATTER, VERA);

        assertThat(judged("<AbC." + mark + "@example.org>", VERA)).contains(new Judged.True(MATTER));
        assertThat(judged("shop+" + mark.toUpperCase(Locale.ROOT) + "@example.org", "VERA@example.net"))
                .contains(new Judged.True(MATTER));
        assertThat(marks().judge(List.of(mark), VERA)).contains(new Judged.True(MATTER));
        assertThat("support+" + mark).hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void anAnswerFromSomebodyElseIsTold() {
        assertThat(judged(marks.of(MATTER, VERA), "oleg@example.net")).contains(new Judged.OtherSender(MATTER));
    }

    @Test
    void aMarkThatWasChangedIsForged() {
        String mark = marks.of(MATTER, VERA);
        String other = (mark.startsWith("7") ? "8" : "7") + mark.substring(1);

        assertThat(judged(other, VERA)).contains(new Judged.Forged());
        assertThat(marks.judge(List.of(other, mark), VERA)).contains(new Judged.True(MATTER));
    }

    @Test
    void idsOfOtherProgramsAreNoMarks() {
        assertThat(judged("<0a1b2c3d-1234-5678-9abc-0123456789ab@outlook.com>", VERA))
                .isEmpty();
        assertThat(judged("<CAF=xyz-abc_123@mail.gmail.com>", VERA)).isEmpty();
    }

    @Test
    void aMarkFindsNoRoomInALongName() {
        assertThat(new ReplyBox("shop@example.org", true).marked("a-b-c")).isEqualTo("shop+a-b-c@example.org");
        assertThat(new ReplyBox("shop@example.org", false).marked("a-b-c")).isEqualTo("shop@example.org");
        String longest = "x".repeat(60) + "@example.org";
        assertThat(new ReplyBox(longest, true).marked("a-b-c")).isEqualTo(longest);
    }
}
