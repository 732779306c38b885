package chat.beseda.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Смотрите https://shop.example/лопата. | https://shop.example/лопата",
                "(http://a.example/?q=1&b=2) | http://a.example/?q=1&b=2",
                "«HTTPS://A.example/x» и всё | HTTPS://A.example/x",
                "https://a.example/!?… | https://a.example/",
            })
    void anAddressIsALinkWithoutWhatClosesTheSentence(String text, String address) {
        Element drawn = drawn(text);
        assertThat(drawn.select("a").eachAttr("href")).containsExactly(address);
        assertThat(drawn.wholeText()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "xhttps://a.example", "ftp://a.example", "https://", "data:text/html,x"})
    void nothingElseIs(String text) {
        assertThat(drawn(text).select("a")).isEmpty();
    }

    @Property
    void hostileWordsStayWords(@ForAll String text) {
        Element drawn = drawn("https://a.example/\"><script>" + text);
        assertThat(drawn.select("*:not(a):not(p)")).isEmpty();
        assertThat(drawn.wholeText()).endsWith(text);
    }

    private static Element drawn(String text) {
        var place = new Element("p");
        LinkedText.append(place, text);
        return place;
    }
}
