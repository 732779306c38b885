package chat.beseda.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the zone and its changes of clocks: no day is left out of the reports and none is told twice. */
class CadencePropertyTest {

    @Property(tries = 300)
    void eachReportGoesOnWhereTheOneBeforeEnded(
            @ForAll Cadence cadence,
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 1439) int minute,
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
        Instant now = Instant.ofEpochSecond(second);
        Cadence.Due due = cadence.after(now, zone, time);
        assertThat(due.at()).isAfter(now);
        assertThat(Duration.between(now, due.at())).isLessThanOrEqualTo(Duration.ofHours(31 * 24 + 1));
        for (int many = 0; many < 40; many++) {
            Cadence.Due next = cadence.after(due.at(), zone, time);
            assertThat(next.at()).isAfter(due.at());
            assertThat(next.first()).isEqualTo(due.last().plusDays(1));
            assertThat(next.last()).isEqualTo(next.day().minusDays(1));
            assertThat(next).isEqualTo(cadence.of(next.day(), zone, time));
            due = next;
        }
    }

    @Property(tries = 100)
    void weeksBeginOnMondaysAndMonthsOnTheFirst(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        LocalTime nine = LocalTime.of(9, 0);
        assertThat(Cadence.WEEK.after(now, zone, nine).first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        Cadence.Due month = Cadence.MONTH.after(now, zone, nine);
        assertThat(month.first().getDayOfMonth()).isEqualTo(1);
        assertThat(month.last()).isEqualTo(month.first().plusMonths(1).minusDays(1));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Moscow", "Asia/Yekaterinburg", "Europe/Kyiv", "America/New_York", "Pacific/Apia")
                .map(ZoneId::of);
    }
}
