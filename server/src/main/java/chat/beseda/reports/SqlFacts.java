package chat.beseda.reports;

import chat.beseda.worktime.Interval;
import chat.beseda.worktime.Worktime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What figures are made of, read of a time: packed days as they lie, others from the archive. For one read. */
final class SqlFacts {
    private final SqlReportStore store = new SqlReportStore();
    private final Handle handle;

    SqlFacts(Handle handle) {
        this.handle = handle;
    }

    List<long[]> invitations(long firstDay, long lastDay) {
        return store.invitations(handle, firstDay, lastDay);
    }

    List<long[]> offersMissed(Interval time) {
        return store.offersMissed(handle, time);
    }

    List<SqlReportStore.Reached> goals(Interval time) {
        return store.goals(handle, time);
    }

    /** Tells each conversation that was opened in the time, in no order. */
    void talks(Interval time, Consumer<PackedTalk> each) {
        Consumer<PackedTalk> inside = talk -> {
            if (talk.opened() >= time.from() && talk.opened() < time.until()) {
                each.accept(talk);
            }
        };
        long first = day(time.from());
        long last = day(time.until() - 1);
        Set<Long> packed = new HashSet<>();
        store.packed(handle, first, last, SqlReportStore.Kind.TALKS, (day, body) -> {
            packed.add(day);
            PackedTalks.unpack(day * SqlReportStore.DAY, body, inside);
        });
        gaps(
                time,
                packed,
                gap -> store.opened(handle, gap)
                        .ifPresent(some -> eachDay(
                                some,
                                part -> PackedTalks.unpack(
                                        part.from(), PackedTalks.pack(part.from(), store.talks(handle, part)), each))));
    }

    /** A time as days, so that no more than one of them lies in memory. */
    private static void eachDay(Interval time, Consumer<Interval> each) {
        for (long from = time.from(); from < time.until(); ) {
            long until = Math.min(time.until(), (day(from) + 1) * SqlReportStore.DAY);
            each.accept(new Interval(from, until));
            from = until;
        }
    }

    /** Tells how many visits began on a site in each quarter of an hour of the time. */
    void visits(Interval time, PackedVisits.Each each) {
        PackedVisits.Each inside = (site, at, count) -> {
            if (at >= time.from() && at < time.until()) {
                each.visits(site, at, count);
            }
        };
        Set<Long> packed = new HashSet<>();
        store.packed(handle, day(time.from()), day(time.until() - 1), SqlReportStore.Kind.VISITS, (day, body) -> {
            packed.add(day);
            PackedVisits.unpack(day * SqlReportStore.DAY, body, inside);
        });
        gaps(time, packed, gap -> store.visits(handle, gap).forEach(row -> each.visits(row[0], row[1], row[2])));
    }

    /** Tells everybody's worked quarters of an hour in the time. */
    void work(Interval time, Worktime worktime, PackedWork.Each each) {
        Set<Long> packed = new HashSet<>();
        store.packed(handle, day(time.from()), day(time.until() - 1), SqlReportStore.Kind.WORK, (day, body) -> {
            packed.add(day);
            PackedWork.unpack(day * SqlReportStore.DAY, body, (operator, at, online, held, talking) -> {
                if (at >= time.from() && at < time.until()) {
                    each.worked(operator, at, online, held, talking);
                }
            });
        });
        gaps(
                time,
                packed,
                gap -> worktime.quarters(gap)
                        .forEach(quarter -> each.worked(
                                quarter.operator(),
                                quarter.at(),
                                quarter.online(),
                                quarter.held(),
                                quarter.inConversation())));
    }

    /** The parts of the time that lie in no packed day, as long as they can be. */
    private static void gaps(Interval time, Set<Long> packed, Consumer<Interval> each) {
        long from = time.from();
        for (long day = day(time.from()); day <= day(time.until() - 1); day++) {
            if (packed.contains(day)) {
                tell(from, Math.min(day * SqlReportStore.DAY, time.until()), each);
                from = (day + 1) * SqlReportStore.DAY;
            }
        }
        tell(from, time.until(), each);
    }

    private static void tell(long from, long until, Consumer<Interval> each) {
        if (from < until) {
            each.accept(new Interval(from, until));
        }
    }

    private static long day(long moment) {
        return Math.floorDiv(moment, SqlReportStore.DAY);
    }
}
