package chat.beseda.reports;

import chat.beseda.worktime.Quarter;
import java.util.Comparator;
import java.util.List;

/** The worked quarters of an hour of a day, one operator's after the other's. */
final class PackedWork {
    private PackedWork() {}

    /** Takes an operator's milliseconds of a quarter of an hour: see {@link Quarter}. */
    interface Each {
        void worked(long operator, long at, long online, long held, long inConversation);
    }

    static byte[] pack(long start, List<Quarter> quarters) {
        var out = new NumberWriter();
        long operator = 0;
        long last = 0;
        for (Quarter quarter : quarters.stream()
                .sorted(Comparator.comparingLong(Quarter::operator).thenComparingLong(Quarter::at))
                .toList()) {
            long place = (quarter.at() - start) / Quarter.LENGTH;
            boolean same = quarter.operator() == operator;
            out.number(quarter.operator() - operator);
            out.number(same ? place - last : place);
            out.number(quarter.online());
            out.number(quarter.held());
            out.number(quarter.inConversation());
            operator = quarter.operator();
            last = place;
        }
        return out.whole();
    }

    static void unpack(long start, byte[] packed, Each each) {
        var in = new NumberReader(packed);
        long operator = 0;
        long place = 0;
        while (in.hasMore()) {
            long step = in.number();
            operator += step;
            place = step == 0 ? place + in.number() : in.number();
            each.worked(operator, start + place * Quarter.LENGTH, in.number(), in.number(), in.number());
        }
    }
}
