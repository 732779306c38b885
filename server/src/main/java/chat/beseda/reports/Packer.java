package chat.beseda.reports;

import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import chat.beseda.worktime.Interval;
import chat.beseda.worktime.Quarter;
import chat.beseda.worktime.Worktime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs the days that are over, the latest first, one at a time and never before messages: a day is claimed, read beside the writer
 * and written if nothing of it has changed meanwhile. Whatever changes a conversation takes its day, and the claim, out again in the
 * same transaction. Thread-safe.
 */
public final class Packer {
    private static final Logger log = LoggerFactory.getLogger(Packer.class);
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** Visits are written some time after they began: a day that has just ended is not whole yet. */
    private static final Duration WRITTEN_LATER = Duration.ofHours(1);

    private static final int WRITES_BEFORE_US = 4;
    private static final int MOST_A_LOOK = 40;

    private final Database database;
    private final Worktime worktime;
    private final InstantSource clock;
    private final SqlReportStore store = new SqlReportStore();

    public Packer(Database database, Worktime worktime, InstantSource clock) {
        this.database = database;
        this.worktime = worktime;
        this.clock = clock;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        timers.every(LOOK, () -> pack(MOST_A_LOOK));
    }

    /** Packs everything that isn't, however long that takes. */
    public void catchUp() {
        unpacked().forEach(this::pack);
    }

    private synchronized void pack(int most) {
        try {
            for (long day : unpacked().stream().limit(most).toList()) {
                if (database.writesWaiting() >= WRITES_BEFORE_US) {
                    return;
                }
                pack(day);
            }
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("reports.unpacked");
        }
    }

    private void pack(long day) {
        var time = new Interval(day * SqlReportStore.DAY, (day + 1) * SqlReportStore.DAY);
        database.write(transaction -> {
            store.claim(transaction.handle(), day);
            return true;
        });
        List<Quarter> work = worktime.quarters(time);
        Map<SqlReportStore.Kind, byte[]> packed = database.read(handle -> store.read(handle, day, work));
        database.write(transaction -> store.pack(transaction.handle(), day, packed));
    }

    private List<Long> unpacked() {
        return database.read(handle -> {
            long today = Math.floorDiv(clock.millis() - WRITTEN_LATER.toMillis(), SqlReportStore.DAY);
            long first = store.firstDay(handle).orElse(today);
            Set<Long> packed = store.packedDays(handle);
            var days = new ArrayList<Long>();
            for (long day = today - 1; day >= first; day--) {
                if (!packed.contains(day)) {
                    days.add(day);
                }
            }
            return days;
        });
    }
}
