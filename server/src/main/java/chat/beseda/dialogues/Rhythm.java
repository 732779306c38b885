package chat.beseda.dialogues;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When people write to a shop: more in its season and on working days, less at lunch, little at night.
 *
 * @param opens first hour of the shop's day in its time zone
 * @param closes the hour it closes
 * @param months how busy each month is beside the others, January first
 */
public record Rhythm(ZoneId zone, int opens, int closes, List<Integer> months) {
    private static final List<Integer> WEEKDAYS = List.of(12, 11, 10, 10, 9, 6, 5);
    private static final int AT_NIGHT = 2;
    private static final int IN_THE_EVENING = 12;
    private static final int AT_LUNCH = 65;
    private static final int BY_DAY = 100;

    /** Times at which somebody begins to write, in order. */
    public List<Instant> openings(Instant from, Instant to, int count, RandomGenerator chance) {
        long most = (long) months.stream().mapToInt(month -> month).max().orElseThrow() * 12 * BY_DAY;
        var times = new ArrayList<Instant>();
        while (times.size() < count) {
            Instant time = Instant.ofEpochMilli(chance.nextLong(from.toEpochMilli(), to.toEpochMilli()));
            if (chance.nextLong(most) < weight(time.atZone(zone))) {
                times.add(time);
            }
        }
        times.sort(null);
        return times;
    }

    public boolean isOpen(Instant time) {
        int hour = time.atZone(zone).getHour();
        return hour >= opens && hour < closes;
    }

    /** When the shop opens next after this time. */
    public Instant nextOpening(Instant time) {
        ZonedDateTime here = time.atZone(zone);
        ZonedDateTime today = here.toLocalDate().atTime(opens, 0).atZone(zone);
        return (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
    }

    public int month(Instant time) {
        return time.atZone(zone).getMonthValue();
    }

    private long weight(ZonedDateTime time) {
        return (long) months.get(time.getMonthValue() - 1)
                * WEEKDAYS.get(time.getDayOfWeek().getValue() - 1)
                * ofHour(time.getHour());
    }

    private int ofHour(int hour) {
        if (hour >= opens && hour < closes) {
            return hour == 13 ? AT_LUNCH : BY_DAY;
        }
        return hour >= closes && hour < 24 ? IN_THE_EVENING : AT_NIGHT;
    }
}
