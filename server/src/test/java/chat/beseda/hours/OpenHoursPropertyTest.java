package chat.beseda.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the hours, they are those that somebody sees who looks at the clock on the wall every minute. */
class OpenHoursPropertyTest {
    private static final long MINUTE = 60_000;
    /** Zones with their days of changing clocks, midnight and half an hour among them. */
    private static final List<String> PLACES = List.of(
            "Europe/Kyiv 2026-03-29",
            "Europe/Kyiv 2026-10-25",
            "America/New_York 2026-11-01",
            "Australia/Lord_Howe 2026-04-05",
            "Australia/Lord_Howe 2026-10-04",
            "Africa/Cairo 2026-04-24",
            "Africa/Cairo 2026-10-30",
            "America/Havana 2026-11-01",
            "Atlantic/Azores 2026-10-25",
            "Pacific/Apia 2011-12-30",
            "Asia/Kathmandu 2026-12-31",
            "Europe/Moscow 2024-02-29",
            "UTC 2026-06-07");

    @Property(tries = 60)
    void everyMinuteIsOpenAsTheWallSays(@ForAll long seed) {
        var random = new Random(seed);
        var world = World.of(random);
        long from = world.around(random);
        long until = from + random.nextInt(4_000) * MINUTE;
        long open = 0;
        for (long at = from; at < until; at += MINUTE) {
            boolean expected = world.isOpen(at);
            assertThat(world.hours.isOpen(at))
                    .as(Instant.ofEpochMilli(at).toString())
                    .isEqualTo(expected);
            open += expected ? MINUTE : 0;
        }
        assertThat(world.hours.openTime(from, until)).isEqualTo(open);
        assertThat(world.hours.spans(from, until).stream()
                        .mapToLong(span -> span.until() - span.from())
                        .sum())
                .isEqualTo(open);
    }

    @Property(tries = 60)
    void nextOpeningAndClosingAreTheFirst(@ForAll long seed) {
        var random = new Random(seed);
        var world = World.of(random);
        long at = world.around(random);
        long end = at + 5_000 * MINUTE;
        long opens = at;
        while (opens < end && !world.isOpen(opens)) {
            opens += MINUTE;
        }
        long closes = opens;
        while (closes < end && world.isOpen(closes)) {
            closes += MINUTE;
        }
        OptionalLong opensNext = world.hours.opensNext(at);
        if (opens < end) {
            assertThat(opensNext).hasValue(opens);
            if (closes < end) {
                assertThat(world.hours.closesNext(at)).hasValue(closes);
            }
        } else {
            assertThat(opensNext.orElse(Long.MAX_VALUE)).isGreaterThanOrEqualTo(end);
        }
    }

    @Property(tries = 200)
    void stretchesAddUpAndGoingAheadComesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int minutes) {
        var random = new Random(seed);
        var world = World.of(random);
        long from = world.around(random) + random.nextInt(60_000);
        long between = from + random.nextInt(400_000_000);
        long until = between + random.nextInt(400_000_000);
        assertThat(world.hours.openTime(from, between) + world.hours.openTime(between, until))
                .isEqualTo(world.hours.openTime(from, until));
        assertThat(world.hours.openTime(until, from)).isZero();

        Duration wanted = Duration.ofMinutes(minutes);
        OptionalLong after = world.hours.after(from, wanted);
        after.ifPresent(at -> {
            assertThat(world.hours.openTime(from, at)).isEqualTo(wanted.toMillis());
            assertThat(world.hours.isOpen(at - 1)).isTrue();
        });
        assertThat(world.hours.after(from, Duration.ZERO)).hasValue(from);
    }

    /** Some hours somewhere, and what the wall says of them. */
    private record World(OpenHours hours, LocalDate day) {

        static World of(Random random) {
            String[] place = PLACES.get(random.nextInt(PLACES.size())).split(" ", -1);
            LocalDate day = LocalDate.parse(place[1]);
            List<List<Range>> week =
                    IntStream.range(0, 7).mapToObj(any -> ranges(random)).toList();
            var special = new ArrayList<SpecialDay>();
            for (int near = -2; near < 3; near++) {
                if (random.nextInt(4) == 0) {
                    LocalDate on = day.plusDays(near);
                    boolean yearly = random.nextBoolean();
                    special.add(new SpecialDay(yearly ? on.minusYears(4) : on, yearly, "", ranges(random)));
                }
                if (random.nextInt(8) == 0) {
                    special.add(new SpecialDay(day.plusDays(near).minusYears(8), true, "", List.of()));
                }
            }
            return new World(new OpenHours(ZoneId.of(place[0]), week, special), day);
        }

        private static List<Range> ranges(Random random) {
            int[] marks = random.ints(2L * random.nextInt(4), 0, Range.DAY + 1)
                    .sorted()
                    .toArray();
            return IntStream.range(0, marks.length / 2)
                    .mapToObj(at -> random.nextInt(5) == 0
                            ? new Range(at == 0 ? 0 : marks[2 * at], marks[2 * at + 1])
                            : new Range(marks[2 * at], marks[2 * at + 1]))
                    .filter(range -> range.from() < range.to())
                    .map(range -> range.to() == Range.DAY - 1 ? new Range(range.from(), Range.DAY) : range)
                    .toList();
        }

        long around(Random random) {
            return day.atStartOfDay(ZoneId.of("UTC")).toInstant().toEpochMilli()
                    + (random.nextInt(4_000) - 2_000) * MINUTE;
        }

        boolean isOpen(long at) {
            ZonedDateTime here = Instant.ofEpochMilli(at).atZone(hours.zone());
            LocalDate date = here.toLocalDate();
            int minute = here.getHour() * 60 + here.getMinute();
            List<Range> ranges = hours.days().stream()
                    .filter(special -> !special.everyYear() && special.date().equals(date))
                    .map(SpecialDay::ranges)
                    .reduce((first, last) -> first)
                    .or(() -> hours.days().stream()
                            .filter(special -> special.everyYear()
                                    && MonthDay.from(special.date()).equals(MonthDay.from(date)))
                            .map(SpecialDay::ranges)
                            .reduce((first, last) -> last))
                    .orElse(hours.week().get(date.getDayOfWeek().getValue() - 1));
            return ranges.stream().anyMatch(range -> range.from() <= minute && minute < range.to());
        }
    }
}
