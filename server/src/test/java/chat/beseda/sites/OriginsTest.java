package chat.beseda.sites;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example, https://shop.example",
        "' HTTPS://Shop.Example/ ', https://shop.example",
        "https://shop.example:443, https://shop.example",
        "http://shop.example:80, http://shop.example",
        "http://shop.example:443, http://shop.example:443",
        "http://localhost:8080, http://localhost:8080",
        "http://127.0.0.1:5173, http://127.0.0.1:5173",
        "http://[::1]:8080, http://[::1]:8080",
        "https://магазин.рф, https://xn--80aairftm.xn--p1ai"
    })
    void anOriginIsSpelledAsABrowserSpellsIt(String said, String origin) {
        assertThat(Origins.normal(said)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "*",
                "https://*.shop.example",
                "https://shop.example/path",
                "https://shop.example?q",
                "https://shop.example#x",
                "https://user@shop.example",
                "https://shop.example:0",
                "https://shop.example:70000",
                "https://shop.example:",
                "https://",
                "https:///",
                "https://shop..example",
                "https://shop example",
                "ftp://shop.example",
                "javascript://shop.example",
                "file:///etc",
                "null",
                "https://shop.example, https://other.example",
                "https://shop.example\r\nX: 1"
            })
    void whatIsNoOriginIsNotMadeOne(String said) {
        assertThat(Origins.normal(said)).isEmpty();
    }
}
