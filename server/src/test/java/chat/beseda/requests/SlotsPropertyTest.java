package chat.beseda.requests;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.hours.OpenHours;
import chat.beseda.hours.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Times for calls, in zones whose clocks are changed by an hour, by half an hour, and not at all. */
class SlotsPropertyTest {

    @Property(tries = 300)
    void eachLiesInOpenHoursAtARoundMinuteAndTouchesNoOther(
            @ForAll("hours") OpenHours hours,
            @ForAll("lengths") int minutes,
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        long from = second * 1000;
        long until = from + Duration.ofDays(9).toMillis();
        long length = Duration.ofMinutes(minutes).toMillis();
        long free = from;
        for (long start : Slots.starts(hours, hours.zone(), minutes, from, until)) {
            assertThat(start).isGreaterThanOrEqualTo(free);
            assertThat(start + length).isLessThanOrEqualTo(until);
            assertThat(hours.openTime(start, start + length)).isEqualTo(length);
            ZonedDateTime wall = Instant.ofEpochMilli(start).atZone(hours.zone());
            assertThat((wall.getHour() * 60 + wall.getMinute()) % minutes).isZero();
            free = start + length;
        }
    }

    @Property(tries = 100)
    void theSameTimesAreOfferedWheneverOneLooks(
            @ForAll("hours") OpenHours hours,
            @ForAll("lengths") int minutes,
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second,
            @ForAll @LongRange(max = 86_400L) long later) {
        long from = second * 1000;
        long until = from + Duration.ofDays(5).toMillis();
        long then = from + later * 1000;
        List<Long> first = Slots.starts(hours, hours.zone(), minutes, from, until);
        // Where a clock is set by half an hour, an hour that touches the change gives way to the one before it.
        if (!hours.zone().getId().equals("Australia/Lord_Howe")) {
            assertThat(Slots.starts(hours, hours.zone(), minutes, then, until))
                    .isEqualTo(first.stream().filter(start -> start >= then).toList());
        }
    }

    @Property(tries = 100)
    void daysHoldAllOfThemInTheZoneOfWhoeverLooks(
            @ForAll("hours") OpenHours hours,
            @ForAll("zones") ZoneId own,
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        long from = second * 1000;
        List<Long> starts = Slots.starts(
                hours, hours.zone(), 30, from, from + Duration.ofDays(5).toMillis());
        List<Slots.Day> days = Slots.days(starts, own);
        assertThat(days.stream().flatMap(day -> day.slots().stream())).containsExactlyElementsOf(starts);
        assertThat(days)
                .allSatisfy(day -> assertThat(day.slots())
                        .allSatisfy(slot -> assertThat(
                                        Instant.ofEpochMilli(slot).atZone(own).toLocalDate())
                                .isEqualTo(day.date())));
    }

    @Property(tries = 200)
    void aDueTimeIsAfterSoManyOpenMinutes(
            @ForAll("hours") OpenHours hours,
            @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 5, max = 2_000) int minutes) {
        long from = second * 1000;
        long due = Slots.due(hours, from, minutes);
        assertThat(hours.openTime(from, due))
                .isEqualTo(Duration.ofMinutes(minutes).toMillis());
        assertThat(Slots.due(null, from, minutes))
                .isEqualTo(from + Duration.ofMinutes(minutes).toMillis());
    }

    @Property(tries = 200)
    void aWorkingDayEndsWithinNineHoursOrBeginsWithinADay(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        long now = second * 1000;
        DayEnd end = DayEnd.of(zone.getId(), now);
        long wait = end.moment() - now;
        assertThat(wait).isPositive();
        assertThat(Duration.ofMillis(wait))
                .isLessThanOrEqualTo(end.group() == 0 ? Duration.ofHours(9) : Duration.ofHours(16));
        assertThat(DayEnd.of("", now)).isGreaterThan(end);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(15, 30, 60);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Saratov",
                        "Europe/Kyiv",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Pacific/Apia")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<OpenHours> hours() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, 20);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 24);
        return Combinators.combine(zones(), from, length).as((zone, first, hours) -> {
            var range = new Range(first * 60, Math.min(24, first + hours) * 60);
            return new OpenHours(zone, Collections.nCopies(7, List.of(range)), List.of());
        });
    }
}
