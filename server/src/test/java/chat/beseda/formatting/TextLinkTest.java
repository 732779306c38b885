package chat.beseda.formatting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextLinkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "http://shop.example:8080/a/(b)?c=[1]&d=~#e",
                "HTTPS://xn--e1afmkfd.xn--p1ai/%D0%BB",
                "https://shop.example/?mail=a@b.example",
                "mailto:anna.k+shop@example.co.uk",
                "tel:+7-342-212-34-56"
            })
    void addressesOfTheWebOfMailboxesAndOfPhonesAreFollowed(String href) {
        assertThat(TextLink.isSafe(href)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "javascript://shop.example/%0aalert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://shop.example/1",
                "//evil.example",
                "/relative",
                "https://",
                "https:///path",
                "https:shop.example",
                "https://bank.example@evil.example/",
                "https://user:secret@evil.example/",
                "https://evil.example\\@bank.example",
                "https://shop.example/\"onclick=\"alert(1)",
                "https://shop.example/ b",
                "https://чайники.example/",
                "mailto:a@b.example?body=x",
                "mailto:",
                "mailto:a@b@c",
                "tel:javascript",
                "tel:*21*123#"
            })
    void everythingElseIsNot(String href) {
        assertThat(TextLink.isSafe(href)).isFalse();
    }

    @Test
    void aLongOneIsNot() {
        String longest = "https://shop.example/" + "a".repeat(TextLink.LONGEST - 21);
        assertThat(TextLink.isSafe(longest)).isTrue();
        assertThat(TextLink.isSafe(longest + "a")).isFalse();
    }
}
