package chat.beseda.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void longPartsAreCutBetweenCharacters() {
        var page = new Page("u".repeat(2_500), "😀".repeat(400), "r".repeat(2_500));

        assertThat(page.url()).hasSize(2_000);
        assertThat(page.title()).isEqualTo("😀".repeat(300));
        assertThat(page.referrer()).hasSize(2_000);
    }

    @Test
    void whatIsNoCharacterIsTakenOut() {
        var page = new Page("https://a\u0000b/", "one\ntwo \uD83D", "\u009F");

        assertThat(page.url()).isEqualTo("https://a b/");
        assertThat(page.title()).isEqualTo("one two \uFFFD");
        assertThat(page.referrer()).isEmpty();
    }
}
