package chat.beseda.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagePatternTest {

    @ParameterizedTest
    @CsvSource({
        "/cart, https://shop.example/cart, true",
        "/cart, https://shop.example/cart/, true",
        "/cart, https://shop.example/cart?step=2#top, true",
        "/cart, https://shop.example/cart/pay, false",
        "/cart*, https://shop.example/cart/pay, true",
        "/, https://shop.example/, true",
        "/, https://shop.example, true",
        "/, https://shop.example/cart, false",
        "/catalogue/*/red, https://shop.example/catalogue/kettles/red, true",
        "/catalogue/*/red, https://shop.example/catalogue/kettles/blue, false",
        "/search?q=*, https://shop.example/search?q=kettle, true",
        "/search?q=*, https://shop.example/search, false",
        "/app#/cart, https://shop.example/app#/cart, true",
        "shop.example, https://shop.example/anything/at/all, true",
        "shop.example, https://other.example/, false",
        "shop.example/sale*, http://shop.example/sale-2026, true",
        "*.example/*, https://shop.example/x, true",
        "https://shop.example/*, http://shop.example/x, false",
        "localhost:8080/a, http://localhost:8080/a, true",
        "/Корзина, https://shop.example/%D0%BA%D0%BE%D1%80%D0%B7%D0%B8%D0%BD%D0%B0, true",
        "*, anything, true",
        "/cart, '', false",
    })
    void aPatternIsAboutItsPages(String pattern, String url, boolean expected) {
        assertThat(new PagePattern(pattern).isReadable()).isTrue();
        assertThat(new PagePattern(pattern).matches(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "cart",
                "ftp://shop.example/",
                "https://",
                "/a b",
                "shop.example:port/",
                "{x}",
                "/a\u0000b"
            })
    void whatIsNoPatternIsToldAndAboutNoPage(String text) {
        var pattern = new PagePattern(text);
        assertThat(pattern.isReadable()).isFalse();
        assertThat(pattern.matches("https://shop.example/" + text)).isFalse();
    }

    @Test
    void aHostileAddressCostsLittle() {
        var pattern = new PagePattern("/" + "a*".repeat(140) + "b");
        String url = "https://shop.example/" + "a".repeat(2_000);
        long before = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(pattern.matches(url)).isFalse();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }
}
