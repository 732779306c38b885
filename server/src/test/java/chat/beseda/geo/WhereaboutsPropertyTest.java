package chat.beseda.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whoever says whatever: the same words make the same place, the most trusted is never overruled and nobody's other word is kept back. */
class WhereaboutsPropertyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Regions REGIONS = Regions.load();
    private static final List<Place> PLACES = List.of(
            new Place("RU", "RU-PER", "Perm"),
            new Place("RU", "RU-PER", "Kungur"),
            new Place("RU", "RU-PER", null),
            new Place("RU", "RU-SAR", "Saratov"),
            new Place("RU", "RU-SAR", null),
            new Place("RU", null, null),
            new Place("RU", "Narnia", "Cair"),
            new Place("UA", "UA-63", "Kharkiv"),
            new Place("DE", "Bavaria", "Munich"),
            new Place("DE", null, null),
            new Place("", null, "Малые Вишенки"));
    private static final List<String> ZONES = List.of("Asia/Yekaterinburg", "Europe/Saratov", "Europe/Moscow", "UTC");

    @Property(tries = 20_000)
    void theRulesHold(@ForAll long seed) {
        var chance = new Random(seed);
        Map<PlaceSource, Place> words = words(chance);
        @Nullable ZoneId zone = chance.nextBoolean() ? null : ZoneId.of(ZONES.get(chance.nextInt(ZONES.size())));
        Whereabouts where = Whereabouts.of(words, zone, REGIONS, NOW);

        assertThat(Whereabouts.of(new LinkedHashMap<>(words), zone, REGIONS, NOW))
                .as("in whatever order it is said")
                .isEqualTo(where);
        if (words.isEmpty()) {
            assertThat(where).isEqualTo(Whereabouts.unknown());
            return;
        }
        Place place = Objects.requireNonNull(where.place());
        Place top = Stream.of(PlaceSource.values())
                .map(words::get)
                .filter(Objects::nonNull)
                .reduce((one, next) -> next)
                .orElseThrow();
        assertThat(agrees(top.country(), place.country()) && agrees(top.region(), place.region()))
                .as("%s is within what the most trusted says, %s", place, top)
                .isTrue();
        assertThat(agrees(top.city(), place.city())).isTrue();
        assertThat(words).containsKey(Objects.requireNonNull(where.source()));
        words.forEach((source, word) -> {
            boolean against = where.conflicts().contains(new Whereabouts.Other(source, word));
            if (source != PlaceSource.ZONE) {
                assertThat(against).as("%s says %s of %s", source, word, place).isEqualTo(otherwise(place, word));
            }
        });
        assertThat(where.conflicts())
                .noneMatch(other ->
                        other.source() != PlaceSource.ZONE && other.place().equals(place));
    }

    private static boolean otherwise(Place place, Place word) {
        if (place.country().isEmpty() || word.country().isEmpty()) {
            return false;
        }
        boolean regions = REGIONS.zone(place).isPresent() && REGIONS.zone(word).isPresent();
        return !place.country().equals(word.country()) || (regions && !Objects.equals(place.region(), word.region()));
    }

    private static boolean agrees(@Nullable String said, @Nullable String found) {
        return said == null || said.isEmpty() || said.equals(found);
    }

    private static Map<PlaceSource, Place> words(Random chance) {
        var words = new EnumMap<PlaceSource, Place>(PlaceSource.class);
        for (PlaceSource source : PlaceSource.values()) {
            if (chance.nextInt(3) == 0) {
                words.put(source, PLACES.get(chance.nextInt(PLACES.size())));
            }
        }
        return words;
    }
}
