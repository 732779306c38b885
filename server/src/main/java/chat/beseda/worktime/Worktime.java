package chat.beseda.worktime;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.shifts.Shift;
import chat.beseda.shifts.Shifts;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The worked time of operators, and the corrections that are signed to it. Thread-safe. */
public final class Worktime {
    /** Greatest number of characters of a correction's reason. */
    public static final int REASON_LENGTH = 500;

    private static final long MOST_SECONDS = 25 * 60 * 60;

    private final Database database;
    private final IdSource ids;
    private final Shifts shifts;
    private final Audit audit;
    private final InstantSource clock;
    private final SqlWorktimeStore store = new SqlWorktimeStore();

    public Worktime(Database database, IdSource ids, Shifts shifts, Audit audit, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.shifts = shifts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Their days of which anything is known, up to this moment. */
    public List<WorkedDay> of(Set<OperatorId> operators, Days days) {
        Interval time = days.time();
        List<Shift> own = seen(time).stream()
                .filter(shift -> operators.contains(shift.operator()))
                .toList();
        List<Held> held = database.read(handle -> store.held(handle, time, clock.millis())).stream()
                .filter(one -> operators.contains(one.operator()))
                .toList();
        return WorkedTime.of(own, held, corrections(operators, days), days);
    }

    /** When everybody was there. */
    public List<Shift> seen(Interval time) {
        return shifts.between(time.from(), time.until());
    }

    /** Everybody's time by quarters of an hour, without corrections; the time begins with a quarter. */
    public List<Quarter> quarters(Interval time) {
        List<Held> held = database.read(handle -> store.held(handle, time, clock.millis()));
        return Quarters.of(seen(time), held, time);
    }

    /** Every one that was signed for these days, withdrawn ones too, the oldest first. */
    public List<Correction> corrections(Set<OperatorId> operators, Days days) {
        return database.read(handle -> store.corrections(handle, days.from(), days.until())).stream()
                .filter(correction -> operators.contains(correction.operator()))
                .toList();
    }

    /**
     * Signs a correction.
     *
     * @throws chat.beseda.forms.InvalidFields when the day could not be as long as that, is to come, or no reason is given
     */
    public Correction correct(OperatorId by, Actor actor, CorrectionDraft draft) {
        var checks = new FieldChecks();
        String reason = checks.lines("reason", draft.reason(), 1, REASON_LENGTH);
        Days days = Days.one(draft.zone(), draft.day());
        LocalDate today = days.dateAt(clock.millis());
        if (draft.day().isAfter(today)) {
            checks.add("day", "date_most", draft.day().toString(), Map.of("most", today.toString()));
        }
        checks.range("seconds", draft.seconds(), -MOST_SECONDS, MOST_SECONDS);
        if (draft.seconds() == 0) {
            checks.add("seconds", "required", null, Map.of());
        }
        checks.refuse();
        long[] seen = seen(draft.operator(), days);
        return database.write(transaction -> {
            checkLength(transaction, draft, days.time().length(), seen);
            return signed(transaction, by, actor, draft, reason, null);
        });
    }

    /**
     * Undoes one by another one.
     *
     * @throws Conflict {@code correction_withdrawn} when it was undone before, or undoes one itself
     */
    public Correction withdraw(OperatorId by, Actor actor, Correction correction, String why) {
        var checks = new FieldChecks();
        String reason = checks.lines("reason", why, 1, REASON_LENGTH);
        checks.refuse();
        return database.write(transaction -> {
            if (correction.withdraws() != null || store.isWithdrawn(transaction.handle(), correction.id())) {
                throw new Conflict("correction_withdrawn");
            }
            var other = new CorrectionDraft(
                    correction.operator(),
                    correction.day(),
                    correction.zone(),
                    correction.kind(),
                    -correction.seconds(),
                    reason);
            return signed(transaction, by, actor, other, reason, correction.id());
        });
    }

    /**
     * The correction of this id.
     *
     * @throws Unknown when there is none
     */
    public Correction correction(long id) {
        return database.read(handle -> store.correction(handle, id)).orElseThrow(() -> new Unknown("correction", id));
    }

    /** Seconds online and away, before all corrections. */
    private long[] seen(OperatorId operator, Days days) {
        Interval time = days.time();
        List<Shift> own = shifts.between(time.from(), time.until()).stream()
                .filter(shift -> shift.operator().equals(operator))
                .toList();
        List<WorkedDay> day = WorkedTime.of(own, List.of(), List.of(), days);
        return day.isEmpty()
                ? new long[] {0, 0}
                : new long[] {day.getFirst().online() / 1_000, day.getFirst().away() / 1_000};
    }

    /** Neither kind of time may become less than nothing, nor both together more than the day. */
    private void checkLength(Transaction transaction, CorrectionDraft draft, long dayMillis, long[] seen) {
        List<Correction> before = store.corrections(transaction.handle(), draft.day(), draft.day()).stream()
                .filter(correction -> correction.operator().equals(draft.operator()))
                .toList();
        long online = seen[0] + sum(before, Correction.Kind.ONLINE);
        long away = seen[1] + sum(before, Correction.Kind.AWAY);
        long least = draft.kind() == Correction.Kind.ONLINE ? -online : -away;
        var checks = new FieldChecks();
        checks.range("seconds", draft.seconds(), least, Math.max(least, dayMillis / 1_000 - online - away));
        checks.refuse();
    }

    private static long sum(List<Correction> corrections, Correction.Kind kind) {
        return corrections.stream()
                .mapToLong(correction -> correction.millis(kind) / 1_000)
                .sum();
    }

    private Correction signed(
            Transaction transaction,
            OperatorId by,
            Actor actor,
            CorrectionDraft draft,
            String reason,
            @Nullable Long withdraws) {
        var correction = new Correction(
                ids.next(),
                draft.operator(),
                draft.day(),
                draft.zone(),
                draft.kind(),
                draft.seconds(),
                reason,
                by,
                clock.millis(),
                withdraws);
        store.insert(transaction.handle(), correction);
        audit.write(
                transaction,
                actor,
                withdraws == null ? "worktime.corrected" : "worktime.correction_withdrawn",
                "operator " + draft.operator(),
                Map.of(
                        "day", draft.day().toString(),
                        "kind", draft.kind().name().toLowerCase(Locale.ROOT),
                        "seconds", Long.toString(draft.seconds()),
                        "reason", reason));
        return correction;
    }
}
