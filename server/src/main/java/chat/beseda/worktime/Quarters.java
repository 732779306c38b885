package chat.beseda.worktime;

import static java.util.stream.Collectors.groupingBy;

import chat.beseda.operators.OperatorId;
import chat.beseda.shifts.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Worked time by quarters of an hour, for sums over long times. A pure function. */
final class Quarters {
    private static final int ONLINE = 0;
    private static final int HELD = 1;
    private static final int IN_CONVERSATION = 2;

    private final Interval time;
    private final long[][] sums;

    private Quarters(Interval time) {
        this.time = time;
        this.sums = new long[(int) Math.ceilDiv(time.length(), Quarter.LENGTH)][3];
    }

    /** Those in which anything was done, of a time that begins with a quarter. */
    static List<Quarter> of(List<Shift> shifts, List<Held> held, Interval time) {
        Map<OperatorId, List<Held>> heldBy = held.stream().collect(groupingBy(Held::operator));
        var all = new ArrayList<Quarter>();
        shifts.stream()
                .collect(groupingBy(Shift::operator))
                .forEach((operator, own) -> all.addAll(
                        new Quarters(time).of(operator.value(), own, heldBy.getOrDefault(operator, List.of()))));
        return all;
    }

    private List<Quarter> of(long operator, List<Shift> shifts, List<Held> held) {
        List<Interval> online = WorkedTime.seen(shifts).stream()
                .filter(Stretch::isOnline)
                .flatMap(stretch -> stretch.time().within(time).stream())
                .toList();
        List<Interval> talked = WorkedTime.talked(held.stream().map(Held::time).toList(), online);
        add(ONLINE, online);
        add(HELD, talked);
        add(IN_CONVERSATION, Interval.union(talked));
        var quarters = new ArrayList<Quarter>();
        for (int at = 0; at < sums.length; at++) {
            if (sums[at][ONLINE] > 0) {
                long begun = time.from() + at * Quarter.LENGTH;
                quarters.add(new Quarter(operator, begun, sums[at][ONLINE], sums[at][HELD], sums[at][IN_CONVERSATION]));
            }
        }
        return quarters;
    }

    private void add(int kind, List<Interval> intervals) {
        for (Interval interval : intervals) {
            long from = interval.from();
            while (from < interval.until()) {
                int quarter = (int) ((from - time.from()) / Quarter.LENGTH);
                long end = Math.min(interval.until(), time.from() + (quarter + 1) * Quarter.LENGTH);
                sums[quarter][kind] += end - from;
                from = end;
            }
        }
    }
}
