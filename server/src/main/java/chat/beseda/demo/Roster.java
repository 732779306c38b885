package chat.beseda.demo;

import chat.beseda.crowd.Colleague;
import chat.beseda.crowd.Shop;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who of a shop's people works when: some from the morning on, some until the evening, few at weekends, who then rest on Wednesday
 * and Thursday; and where there are enough of them everybody has two weeks of holidays. A function of the date.
 */
final class Roster {
    private static final int HOURS = 9;
    private static final int ENOUGH_FOR_HOLIDAYS = 4;
    private static final int FIRST_WEEK_OF_HOLIDAYS = 21;

    private final Shop shop;

    Roster(Shop shop) {
        this.shop = shop;
    }

    /** A day of work as it is planned. */
    record Turn(Colleague who, Instant from, Instant until) {
        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** Whoever is there, or at least works on that day. */
    List<Colleague> at(Instant moment) {
        List<Turn> turns = of(moment.atZone(shop.rhythm().zone()).toLocalDate());
        List<Colleague> there =
                turns.stream().filter(turn -> turn.has(moment)).map(Turn::who).toList();
        return there.isEmpty() ? turns.stream().map(Turn::who).toList() : there;
    }

    /** Together they are there from the opening to the closing. */
    List<Turn> of(LocalDate date) {
        List<Integer> working = working(date);
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < working.size(); i++) {
            boolean early = (i + week(date)) % 2 == 0;
            turns.add(turn(
                    date,
                    shop.staff().get(working.get(i)),
                    early || working.size() == 1,
                    !early || working.size() == 1));
        }
        return turns;
    }

    private Turn turn(LocalDate date, Colleague who, boolean early, boolean late) {
        int opens = shop.rhythm().opens();
        int closes = shop.rhythm().closes();
        return new Turn(
                who,
                at(date, early ? opens : Math.max(opens, closes - HOURS)),
                at(date, late ? closes : Math.min(closes, opens + HOURS)));
    }

    private Instant at(LocalDate date, int hour) {
        return date.atTime(hour, 0).atZone(shop.rhythm().zone()).toInstant();
    }

    private List<Integer> working(LocalDate date) {
        List<Integer> there = IntStream.range(0, shop.staff().size())
                .filter(one -> !isOnHoliday(one, week(date)))
                .boxed()
                .toList();
        int few = there.size() < ENOUGH_FOR_HOLIDAYS - 1 ? 1 : 2;
        List<Integer> atWeekend = IntStream.range(0, Math.min(few, there.size()))
                .mapToObj(i -> there.get((week(date) * few + i) % there.size()))
                .toList();
        return switch (date.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> atWeekend;
            case WEDNESDAY, THURSDAY ->
                there.size() == 1
                        ? there
                        : there.stream().filter(one -> !atWeekend.contains(one)).toList();
            case MONDAY, TUESDAY, FRIDAY -> there;
        };
    }

    private boolean isOnHoliday(int one, int week) {
        int first = FIRST_WEEK_OF_HOLIDAYS + 3 * one;
        int ofYear = week % 52;
        return shop.staff().size() >= ENOUGH_FOR_HOLIDAYS && (ofYear == first || ofYear == first + 1);
    }

    /** Weeks since the Monday before 2025: those of a year are near to the calendar's. */
    private static int week(LocalDate date) {
        LocalDate monday = date.with(DayOfWeek.MONDAY);
        return (int) ChronoUnit.WEEKS.between(LocalDate.of(2024, 12, 30), monday);
    }
}
