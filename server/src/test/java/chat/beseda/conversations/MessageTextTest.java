package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.MessageText.Sound;
import chat.beseda.conversations.MessageText.Unsound;
import chat.beseda.events.EventBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\r\n", "\u00A0\u2003", "\u200B\uFEFF", "\u2028"})
    void whatShowsNothingIsEmpty(String text) {
        assertThat(MessageText.of(text, 10)).isEqualTo(new Unsound(new Refusal.MessageEmpty()));
    }

    @Test
    void lengthIsCountedInCodePointsAfterLineEndsBecameOne() {
        String longest = "😀".repeat(8) + "\r\na";

        assertThat(MessageText.of(longest, 10)).isEqualTo(new Sound(new EventBody.Message("😀".repeat(8) + "\na")));
        assertThat(MessageText.of(longest + "b", 10)).isEqualTo(new Unsound(new Refusal.MessageTooLong(10, 11)));
    }

    @Test
    void everyLineEndBecomesALineFeedAndTabsStay() {
        assertThat(MessageText.of("a\r\nb\rc\n\td", 100)).isEqualTo(new Sound(new EventBody.Message("a\nb\nc\n\td")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001B", "\u007F", "\u0085", "\u009F", "\uD83D", "\uDE00"})
    void controlCharactersAndHalvesOfCharactersAreNamed(String bad) {
        String name = "U+%04X".formatted((int) bad.charAt(0));

        assertThat(MessageText.of("a" + bad + "b", 100)).isEqualTo(new Unsound(new Refusal.MessageInvalid(name)));
    }

    @Test
    void whatLooksLikeMarkupIsOnlyText() {
        String text = "<script>alert('1')</script> &amp; ${x} \u202E";

        assertThat(MessageText.of(text, 100)).isEqualTo(new Sound(new EventBody.Message(text)));
    }
}
