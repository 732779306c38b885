package chat.beseda.reports;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.settings.Lateness;
import chat.beseda.sites.SiteId;
import chat.beseda.worktime.Days;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Whatever was said, packing loses nothing of it, and figures are what anybody would count with a pencil. */
class FiguresPropertyTest {
    private static final long START = 1_772_582_400_000L;

    private static Question question(boolean workingHours) {
        return new Question(
                Days.one(ZoneId.of("UTC"), LocalDate.of(2026, 3, 4)),
                Set.of(new SiteId(1), new SiteId(2)),
                true,
                Set.of(),
                Set.of(),
                Set.of(),
                60_000,
                new Lateness(Duration.ofMinutes(5), Duration.ZERO, workingHours));
    }

    @Property(tries = 200)
    void whatIsPackedComesOutAsItWas(@ForAll long seed, @ForAll @IntRange(max = 60) int count) {
        List<Talk> talks = Histories.talks(new Random(seed), count, START, START + SqlReportStore.DAY);
        var unpacked = new ArrayList<Talk>();

        PackedTalks.unpack(START, PackedTalks.pack(START, talks), talk -> unpacked.add(Histories.copy(talk)));

        assertThat(unpacked).isEqualTo(talks);
    }

    @Property(tries = 200)
    void figuresAreThoseCountedByHand(
            @ForAll long seed, @ForAll @IntRange(max = 60) int count, @ForAll boolean workingHours) {
        List<Talk> talks = Histories.talks(new Random(seed), count, START, START + SqlReportStore.DAY);
        var counted = new Count(question(workingHours));
        PackedTalks.unpack(
                START, PackedTalks.pack(START, talks), talk -> counted.talk(talk, operator -> operator == 12));

        Map<Figure, @Nullable Double> figures = counted.figures(EnumSet.allOf(Figure.Of.class));

        assertThat(figures.get(Figure.CONVERSATIONS)).isEqualTo(talks.size());
        assertThat(figures.get(Figure.ASKED))
                .isEqualTo((double) talks.stream().map(Talk::visitor).distinct().count());
        assertThat(figures.get(Figure.TAKEN)).isEqualTo((double)
                talks.stream().filter(talk -> Histories.has(talk.holders(), 12)).count());
        assertThat(figures.get(Figure.MISSED))
                .isEqualTo((double) talks.stream().filter(Talk::missed).count());
        assertThat(figures.get(Figure.ANSWER_MEDIAN))
                .isEqualTo(median(waits(talks).toList()));
        assertThat(figures.get(Figure.ANSWER_MEAN)).isEqualTo(mean(waits(talks).toList()));
        assertThat(figures.get(Figure.ANSWER_LONGEST))
                .isEqualTo(
                        waits(talks).max(Long::compare).map(Long::doubleValue).orElse(null));
        assertThat(figures.get(Figure.LATE))
                .isEqualTo((double) waits(talks, workingHours ? Talk::openWaits : Talk::waits)
                        .filter(wait -> wait > 300_000)
                        .count());
        List<Long> firsts = talks.stream()
                .filter(talk -> talk.answerers().count() > 0 && talk.answerers().get(0) == 12)
                .map(Talk::firstAnswer)
                .toList();
        assertThat(figures.get(Figure.FIRST_ANSWER_MEDIAN)).isEqualTo(median(firsts));
        List<Long> scores = talks.stream()
                .filter(talk -> talk.score() > 0)
                .map(talk -> (long) talk.score())
                .toList();
        assertThat(figures.get(Figure.SCORE)).isEqualTo(mean(scores));
    }

    private static Stream<Long> waits(List<Talk> talks) {
        return waits(talks, Talk::waits);
    }

    private static Stream<Long> waits(List<Talk> talks, Function<Talk, Longs> which) {
        return talks.stream()
                .flatMap(talk -> IntStream.range(0, talk.waits().count())
                        .filter(at -> talk.answerers().get(at) == 12)
                        .mapToObj(at -> which.apply(talk).get(at)));
    }

    private static @Nullable Double mean(List<Long> numbers) {
        return numbers.isEmpty()
                ? null
                : (Double) numbers.stream().mapToLong(Long::longValue).average().orElseThrow();
    }

    private static @Nullable Double median(List<Long> numbers) {
        List<Long> sorted = numbers.stream().sorted().toList();
        int size = sorted.size();
        return size == 0 ? null : (Double) ((sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2.0);
    }
}
