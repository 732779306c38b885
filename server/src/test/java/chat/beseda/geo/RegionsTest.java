package chat.beseda.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Regions regions = Regions.load();
    private final PlaceNames names = PlaceNames.load(regions);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            RU | Saratov Oblast                      | RU-SAR
            RU | Saratovskaya Oblast                 | RU-SAR
            RU | Tver’ Oblast                        | RU-TVE
            RU | Leningradskaya Oblast'              | RU-LEN
            RU | Kuzbass                             | RU-KEM
            RU | Zabaykalskiy (Transbaikal) Kray     | RU-ZAB
            RU | Primorskiy (Maritime) Kray          | RU-PRI
            RU | Tatarstan Republic                  | RU-TA
            RU | Jewish Autonomous Oblast            | RU-YEV
            RU | North Ossetia–Alania                | RU-SE
            RU | Altay Kray                          | RU-ALT
            RU | Пермский край                       | RU-PER
            RU | Moscow                              | RU-MOW
            RU | Moscow Oblast                       | RU-MOS
            RU | Moskovskaya Oblast'                 | RU-MOS
            UA | Kyiv Oblast                         | UA-32
            BY | Minsk City                          | BY-HM
            KZ | Almaty                              | KZ-75
            UA | Kharkivs’ka Oblast’                 | UA-63
            UA | Kyiv City                           | UA-30
            BY | Homyel’ Voblasc’                    | BY-HO
            KZ | Atyrau Oblisi                       | KZ-23
            """)
    void oneRegionHasManySpellings(String country, String spelling, String code) {
        assertThat(regions.code(country, spelling)).contains(code);
    }

    @Test
    void saratovHasAClockOfItsOwn() {
        var saratov = new Place("RU", "RU-SAR", "Saratov");
        assertThat(regions.zone(saratov)).contains(ZoneId.of("Europe/Saratov"));
        assertThat(differs(saratov, "Europe/Saratov")).isFalse();
        assertThat(differs(saratov, "Europe/Samara"))
                .as("the same time by another name")
                .isFalse();
        assertThat(differs(saratov, "Europe/Moscow")).isTrue();
    }

    @Test
    void placesAreCalledAsPeopleCallThem() {
        var perm = new Place("RU", "RU-PER", "Perm");
        assertThat(names.shortName(perm, "ru")).isEqualTo("Пермь");
        assertThat(names.shortName(perm, "uk")).isEqualTo("Перм");
        assertThat(names.shortName(perm, "en")).isEqualTo("Perm");
        assertThat(names.region(perm, "ru")).isEqualTo("Пермский край");
        assertThat(names.country(perm, "ru")).isEqualTo("Россия");
        assertThat(names.shortName(new Place("RU", "RU-TVE", "Tver'"), "ru")).isEqualTo("Тверь");
        assertThat(names.shortName(new Place("DE", "Bavaria", "Bad Aibling"), "ru"))
                .isEqualTo("Bad Aibling");
        assertThat(names.shortName(new Place("RU", "RU-SAR", null), "ru")).isEqualTo("Саратовская область");
        assertThat(names.shortName(new Place("DE", null, null), "ru")).isEqualTo("Германия");
    }

    @Test
    void theMostTrustedWordWinsAndWhoContradictsIsNamed() {
        var perm = new Place("RU", "RU-PER", "Perm");
        var saratov = new Place("RU", "RU-SAR", "Saratov");
        var known = Whereabouts.of(
                Map.of(PlaceSource.ADDRESS, perm, PlaceSource.VISITOR, saratov),
                ZoneId.of("Europe/Saratov"),
                regions,
                NOW);
        assertThat(known.place()).isEqualTo(saratov);
        assertThat(known.source()).isEqualTo(PlaceSource.VISITOR);
        assertThat(known.conflicts()).containsExactly(new Whereabouts.Other(PlaceSource.ADDRESS, perm));
        assertThat(known.clockDiffers()).isFalse();
        assertThat(known.isDoubtful()).isTrue();
    }

    @Test
    void whoNamesOnlyARegionIsNotAgainstACityInIt() {
        var region = new Place("RU", "RU-PER", null);
        var city = new Place("RU", "RU-PER", "Perm");
        var known = Whereabouts.of(Map.of(PlaceSource.ADDRESS, city, PlaceSource.PHONE, region), null, regions, NOW);
        assertThat(known).isEqualTo(new Whereabouts(city, PlaceSource.ADDRESS, List.of(), false));
    }

    @Test
    void aCityNobodyKnowsIsInTheCountryOfTheNextWordAndContradictsNobody() {
        var village = new Place("", null, "Малые Вишенки");
        var perm = new Place("RU", "RU-PER", "Perm");
        var known = Whereabouts.of(Map.of(PlaceSource.ADDRESS, perm, PlaceSource.SITE, village), null, regions, NOW);
        assertThat(known)
                .isEqualTo(new Whereabouts(new Place("RU", null, "Малые Вишенки"), PlaceSource.SITE, List.of(), false));
    }

    @Test
    void theZoneOfTheBrowserIsBetterThanNothing() {
        var atlas = new Atlas(Path.of("target", "no-places"));
        assertThat(atlas.where("127.0.0.1", "Europe/Saratov", Map.of(), NOW).place())
                .isEqualTo(new Place("RU", "RU-SAR", null));
        assertThat(atlas.where("127.0.0.1", "Asia/Yekaterinburg", Map.of(), NOW).place())
                .as("nine regions live by it")
                .isEqualTo(new Place("RU", null, null));
        assertThat(atlas.where("127.0.0.1", "Europe/Kiev", Map.of(), NOW).place())
                .isEqualTo(new Place("UA", null, null));
        for (String none : List.of("", "UTC", "Etc/GMT-5", "Mars/Olympus", "../../etc/passwd", "Europe/Simferopol")) {
            assertThat(atlas.where("127.0.0.1", none, Map.of(), NOW)).isEqualTo(Whereabouts.unknown());
        }
    }

    @Test
    void aZoneOfAnotherCountryIsAWordAgainstTheAddress() {
        var atlas = new Atlas(Path.of("target", "no-places"));
        var berlin = Map.of(PlaceSource.SITE, new Place("DE", null, null));
        Whereabouts where = atlas.where("", "Europe/Moscow", berlin, NOW);
        assertThat(where.conflicts())
                .containsExactly(new Whereabouts.Other(PlaceSource.ZONE, new Place("RU", null, null)));
        assertThat(atlas.where("", "Europe/Berlin", berlin, NOW).isDoubtful()).isFalse();
    }

    @Test
    void nobodyKnows() {
        assertThat(Whereabouts.of(Map.of(), ZoneId.of("UTC"), regions, NOW)).isEqualTo(Whereabouts.unknown());
    }

    private boolean differs(Place place, String zone) {
        return Whereabouts.of(Map.of(PlaceSource.ADDRESS, place), ZoneId.of(zone), regions, NOW)
                .clockDiffers();
    }
}
