package chat.beseda.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Instant FROM = Instant.parse("2025-11-22T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-11-22T00:00:00Z");

    private final Rhythm rhythm =
            new Rhythm(ZoneId.of("Asia/Yekaterinburg"), 9, 20, List.of(2, 3, 5, 8, 10, 8, 6, 5, 5, 4, 3, 3));

    @Test
    void peopleWriteMostlyByDayAndInTheSeason() {
        List<Instant> times = rhythm.openings(FROM, TO, 2_000, new SplittableRandom(1));
        assertThat(times).hasSize(2_000).isSorted().allMatch(time -> !time.isBefore(FROM) && time.isBefore(TO));
        long open = times.stream().filter(rhythm::isOpen).count();
        assertThat(open).isBetween(1_600L, 1_950L);
        assertThat(inMonth(times, 5)).isGreaterThan(3 * inMonth(times, 1));
    }

    @Test
    void theShopOpensInTheMorning() {
        Instant night = Instant.parse("2026-05-01T22:00:00Z");
        assertThat(rhythm.isOpen(night)).isFalse();
        assertThat(Duration.between(night, rhythm.nextOpening(night))).isEqualTo(Duration.ofHours(6));
    }

    private long inMonth(List<Instant> times, int month) {
        return times.stream().filter(time -> rhythm.month(time) == month).count();
    }
}
