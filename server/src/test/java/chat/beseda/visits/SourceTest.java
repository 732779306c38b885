package chat.beseda.visits;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.visitors.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            https://shop.example/                                   | ''                               | ''        | -
            https://shop.example/                                   | https://www.yandex.ru/search?q=x | yandex.ru | -
            https://shop.example/a                                  | https://shop.example/            | ''        | -
            https://shop.example/?utm_source=vk&utm_campaign=%D0%B0 | ''                               | vk        | vk / а
            https://shop.example/?a=1&utm_medium=cpc#x              | https://t.me/shop                | t.me      | cpc
            https://shop.example/?utm_source=%zz                    | nonsense                         | %zz       | %zz
            not an address ?utm_source=                             | https://[                        | ''        | -
            """)
    void theFirstPageSaysWhereOneCameFrom(String url, String referrer, String site, String campaign) {
        Source source = Source.of(new Page(url, "", referrer));
        assertThat(source.site()).isEqualTo(site);
        assertThat(source.campaign()).isEqualTo(campaign);
    }

    @Test
    void withoutAPageNothingIsSaid() {
        assertThat(Source.of(null)).isEqualTo(Source.DIRECT);
    }
}
