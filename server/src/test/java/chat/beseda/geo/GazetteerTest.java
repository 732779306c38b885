package chat.beseda.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
    private final Atlas atlas = new Atlas(Path.of("target", "no-places"));
    private final Gazetteer gazetteer = atlas.gazetteer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Пермь            |                  |    | RU-PER
            ' г. саратов '   |                  |    | RU-SAR
            Perm             | Пермский край    | RU | RU-PER
            Харків           |                  |    | UA-63
            Санкт-Петербург  |                  |    | RU-SPE
            Москва           |                  | RU | RU-MOW
            Минск            |                  |    | BY-HM
            Алма-Ата         |                  |    | KZ-75
            Могилёв          | BY-MA            |    | BY-MA
            """)
    void aCityIsFoundByItsNameInAnyOfOurLanguages(
            String name, @Nullable String region, @Nullable String country, String code) {
        assertThat(gazetteer.named(name, region, country).region()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Малые Вишенки    |               |     |    |         | Малые Вишенки
            Малые Вишенки    | Пермский край |     | RU | RU-PER  | Малые Вишенки
            Пермь            |               | DE  | DE |         | Пермь
            Пермь            |               | XX  | RU | RU-PER  | Perm
            Пермь            | Нарния        |     | RU | RU-PER  | Perm
            '<script>'       | '<b>'         | ';' |    |         | '<script>'
            """)
    void whatIsNotInTheTablesStaysAsItWasSaid(
            String name,
            @Nullable String region,
            @Nullable String country,
            @Nullable String ofCountry,
            @Nullable String ofRegion,
            String city) {
        assertThat(gazetteer.named(name, region, country))
                .isEqualTo(new Place(ofCountry == null ? "" : ofCountry, ofRegion, city));
    }

    @Test
    void theBeginningOfANameFindsCities() {
        assertThat(gazetteer.beginning("пер", 5)).contains(new Place("RU", "RU-PER", "Perm"));
        assertThat(gazetteer.beginning("м", 3)).hasSize(3).startsWith(new Place("RU", "RU-MOW", "Moscow"));
        assertThat(gazetteer.beginning("харкі", 5)).containsExactly(new Place("UA", "UA-63", "Kharkiv"));
        assertThat(gazetteer.beginning("Санкт", 5))
                .as("one city of two spellings")
                .hasSize(1);
        assertThat(gazetteer.beginning("  ", 5)).isEmpty();
        assertThat(gazetteer.beginning("%_*.[", 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"58.01, 56.23, Perm", "51.53, 46.03, Saratov", "59.94, 30.31, St Petersburg", "42.32, 69.59, Shymkent"})
    void coordinatesAreInTheNearestCity(double latitude, double longitude, String city) {
        assertThat(gazetteer.nearest(latitude, longitude, 50).map(Place::city)).contains(city);
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "-91, 56", "58, 181", "58, -181", "NaN, 56", "58, NaN", "Infinity, 0", "0, 0", "-33.86, 151.21"
    })
    void coordinatesOutOfRangeOrFarFromOurCitiesAreNowhere(double latitude, double longitude) {
        assertThat(gazetteer.nearest(latitude, longitude, 50)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +7 342 212-34-56   | RU-PER
            8 (8452) 26-00-00  | RU-SAR
            74951234567        | RU-MOW
            +7 812 300-00-00   | RU-SPE
            8 343 300-00-00    | RU-SVE
            +375 17 200-00-00  | BY-HM
            """)
    void aFixedTelephoneTellsItsRegion(String number, String region) {
        assertThat(atlas.ofPhone(number).map(Place::region)).contains(region);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+7 912 345-67-89",
                "8 800 555-35-35",
                "212-34-56",
                "звоните вечером",
                "",
                "+",
                "+7 342 212-34-56 +7 342 212-34-56 +7 342 212-34-56 +7 342 212-34-56",
                "+999 1234567"
            })
    void aMobileOneAndNonsenseTellNothing(String number) {
        assertThat(atlas.ofPhone(number)).isEqualTo(Optional.empty());
    }
}
