package chat.beseda.worktime;

import static java.util.stream.Collectors.groupingBy;

import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorState;
import chat.beseda.shifts.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** How long who worked on which day. A pure function of what was seen, exact to the millisecond. */
public final class WorkedTime {
    private final Days days;

    private WorkedTime(Days days) {
        this.days = days;
    }

    /**
     * The days of which anything is known, by operator and then by date.
     *
     * @param shifts of any operators, in any order; of two that overlap the later begun is believed
     * @param held in any order; what goes on ends with the present moment
     */
    public static List<WorkedDay> of(List<Shift> shifts, List<Held> held, List<Correction> corrections, Days days) {
        var time = new WorkedTime(days);
        var shiftsOf = shifts.stream().collect(groupingBy(Shift::operator));
        var heldBy = held.stream().collect(groupingBy(Held::operator));
        var corrected = corrections.stream().collect(groupingBy(Correction::operator));
        return Stream.concat(shiftsOf.keySet().stream(), corrected.keySet().stream())
                .distinct()
                .sorted(Comparator.comparingLong(OperatorId::value))
                .flatMap(operator -> time.daysOf(
                        operator,
                        shiftsOf.getOrDefault(operator, List.of()),
                        heldBy.getOrDefault(operator, List.of()),
                        corrected.getOrDefault(operator, List.of())))
                .toList();
    }

    private Stream<WorkedDay> daysOf(
            OperatorId operator, List<Shift> shifts, List<Held> held, List<Correction> corrections) {
        var stretches = new TreeMap<LocalDate, List<Stretch>>();
        for (Stretch stretch : seen(shifts)) {
            split(
                    stretch.time(),
                    (date, part) -> stretches
                            .computeIfAbsent(date, day -> new ArrayList<>())
                            .add(new Stretch(stretch.state(), stretch.cause(), part)));
        }
        var conversations = new HashMap<LocalDate, List<Interval>>();
        for (Held one : held) {
            split(
                    one.time(),
                    (date, part) -> conversations
                            .computeIfAbsent(date, day -> new ArrayList<>())
                            .add(part));
        }
        var corrected = corrections.stream().collect(groupingBy(Correction::day));
        corrected.keySet().forEach(date -> stretches.computeIfAbsent(date, day -> new ArrayList<>()));
        return stretches.entrySet().stream()
                .map(day -> day(
                        operator,
                        day.getKey(),
                        day.getValue(),
                        conversations.getOrDefault(day.getKey(), List.of()),
                        corrected.getOrDefault(day.getKey(), List.of())))
                .filter(day -> !day.isEmpty());
    }

    /** When they were there: in order, none within another one. */
    static List<Stretch> seen(List<Shift> shifts) {
        List<Shift> ordered =
                shifts.stream().sorted(Comparator.comparingLong(Shift::from)).toList();
        var seen = new ArrayList<Stretch>();
        for (int at = 0; at < ordered.size(); at++) {
            Shift shift = ordered.get(at);
            long next = at + 1 < ordered.size() ? ordered.get(at + 1).from() : Long.MAX_VALUE;
            var time = new Interval(shift.from(), Math.min(shift.until(), next));
            if (shift.state() != OperatorState.OFF && time.length() > 0) {
                seen.add(new Stretch(shift.state(), shift.cause(), time));
            }
        }
        return seen;
    }

    /** Tells each day's part of it. */
    private void split(Interval whole, BiConsumer<LocalDate, Interval> parts) {
        Interval time = whole.within(days.time()).orElse(null);
        if (time == null) {
            return;
        }
        for (LocalDate date = days.dateAt(time.from()); !date.isAfter(days.until()); date = date.plusDays(1)) {
            Interval part = time.within(days.of(date)).orElse(null);
            if (part == null) {
                return;
            }
            parts.accept(date, part);
        }
    }

    private WorkedDay day(
            OperatorId operator,
            LocalDate date,
            List<Stretch> stretches,
            List<Interval> held,
            List<Correction> corrections) {
        List<Interval> online =
                stretches.stream().filter(Stretch::isOnline).map(Stretch::time).toList();
        List<Interval> talked = talked(held, online);
        return new WorkedDay(
                operator,
                date,
                days.of(date),
                stretches,
                Interval.union(talked),
                Interval.sum(talked),
                sum(corrections, Correction.Kind.ONLINE),
                sum(corrections, Correction.Kind.AWAY));
    }

    /** What of conversations was while online, each for itself. */
    static List<Interval> talked(List<Interval> held, List<Interval> online) {
        return held.stream()
                .flatMap(one -> online.stream().flatMap(time -> one.within(time).stream()))
                .toList();
    }

    private static long sum(List<Correction> corrections, Correction.Kind kind) {
        return corrections.stream()
                .mapToLong(correction -> correction.millis(kind))
                .sum();
    }
}
