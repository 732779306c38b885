package chat.beseda.shifts;

import chat.beseda.cluster.Bus;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorChanged;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.OperatorPresence;
import chat.beseda.operators.OperatorPresenceChanged;
import chat.beseda.operators.OperatorState;
import chat.beseda.operators.Operators;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down when operators were on line, away and off: a row for every change, with its cause. What goes on is written
 * every 0.9 s, so that a server that is killed loses less than a second. An interval ends at the last sign of life, not
 * when it was missed. Thread-safe.
 */
public final class Shifts {
    private static final Logger log = LoggerFactory.getLogger(Shifts.class);
    /** Worked time is promised to a second, and the writing itself takes a part of it. */
    private static final Duration WRITTEN = Duration.ofMillis(900);

    private final Database database;
    private final Operators operators;
    private final OperatorPresence presence;
    private final Bus bus;
    private final InstantSource clock;
    private final SqlShiftStore store = new SqlShiftStore();
    private final Map<OperatorId, Shift> now = new ConcurrentHashMap<>();
    private final Map<Began, Shift> unwritten = new LinkedHashMap<>();

    /** What names a row: while the store cannot write there is still one of each. */
    private record Began(OperatorId operator, long from) {}

    public Shifts(Database database, Operators operators, OperatorPresence presence, Bus bus, InstantSource clock) {
        this.database = database;
        this.operators = operators;
        this.presence = presence;
        this.bus = bus;
        this.clock = clock;
        database.read(store::latest).forEach(this::resume);
    }

    /** Whoever was there when the server ended is off since the last sign of life that it wrote down. */
    private void resume(Shift last) {
        if (last.state() == OperatorState.OFF) {
            now.put(last.operator(), last);
        } else {
            begin(new Shift(last.operator(), OperatorState.OFF, Shift.Cause.STOPPED, last.until(), last.until()));
        }
    }

    /** Follows the operators until the timers stop. */
    public void keep(Timers timers) {
        bus.subscribe(OperatorChanged.class, news -> look(news.operator()));
        bus.subscribe(OperatorPresenceChanged.class, news -> look(news.operator()));
        timers.every(WRITTEN, this::write);
    }

    /** Since when the operator is in the state they are in, UTC epoch milliseconds; null when nothing is known. */
    public @Nullable Long since(OperatorId operator) {
        Shift shift = now.get(operator);
        return shift == null ? null : Long.valueOf(shift.from());
    }

    /** Those that touch the time from one moment to another, of all operators, in order of their beginning. */
    public List<Shift> between(long from, long until) {
        write();
        return database.read(handle -> store.between(handle, from, until));
    }

    private synchronized void look(OperatorId id) {
        Operator operator = operators.byId(id).orElse(null);
        if (operator == null) {
            return;
        }
        boolean shown = presence.isShown(id) && !operator.disabled();
        OperatorState state = shown ? operator.state() : OperatorState.OFF;
        Shift before = now.get(id);
        if (before == null ? state == OperatorState.OFF : before.state() == state) {
            return;
        }
        boolean wasThere = before != null && before.state() != OperatorState.OFF;
        long at = shown ? clock.millis() : ended(id);
        if (before != null) {
            toBeWritten(before.lastingUntil(at));
        }
        begin(new Shift(id, state, cause(operator, shown, wasThere), at, at));
    }

    private long ended(OperatorId id) {
        Long heard = presence.lastHeardAt(id);
        return heard == null ? clock.millis() : heard;
    }

    private static Shift.Cause cause(Operator operator, boolean shown, boolean wasThere) {
        if (!shown) {
            return Shift.Cause.LOST;
        }
        if (!wasThere && operator.why() == OperatorState.Why.OWN) {
            return Shift.Cause.CONNECTED;
        }
        return switch (operator.why()) {
            case OWN -> Shift.Cause.OWN;
            case MISSED -> Shift.Cause.MISSED;
            case IDLE -> Shift.Cause.IDLE;
        };
    }

    private synchronized void begin(Shift shift) {
        now.put(shift.operator(), shift);
        toBeWritten(shift);
    }

    private synchronized void toBeWritten(Shift shift) {
        unwritten.put(new Began(shift.operator(), shift.from()), shift);
    }

    /** Writes what changed and what goes on; what could not be written is written the next time. */
    private void write() {
        List<Shift> rows = takeUnwritten();
        if (rows.isEmpty()) {
            return;
        }
        try {
            database.write(transaction -> {
                store.put(transaction.handle(), rows);
                return rows.size();
            });
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("shifts.unwritten");
            putBack(rows);
        }
    }

    private synchronized List<Shift> takeUnwritten() {
        long at = clock.millis();
        now.replaceAll((id, shift) -> shift.state() != OperatorState.OFF && presence.isConnected(id)
                ? goesOn(shift.lastingUntil(at))
                : shift);
        List<Shift> rows = List.copyOf(unwritten.values());
        unwritten.clear();
        return rows;
    }

    private Shift goesOn(Shift shift) {
        toBeWritten(shift);
        return shift;
    }

    private synchronized void putBack(List<Shift> rows) {
        rows.forEach(shift -> unwritten.putIfAbsent(new Began(shift.operator(), shift.from()), shift));
    }

    /** The last signs of life before the server ends. */
    public void close() {
        write();
    }
}
