package chat.beseda.schedules;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.mail.MailAddress;
import chat.beseda.operators.Access;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import chat.beseda.visitors.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the reports that go out by e-mail at set times. Verbs return when the change is durable. Thread-safe. */
public final class Schedules {
    /** Of one owner. */
    static final int MOST = 20;

    static final int MOST_EMAILS = 10;
    /** A report so old tells nobody anything. */
    static final Duration LONGEST_WAIT = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Schedules.class);
    private static final int NAME_LENGTH = 80;
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Database database;
    private final Operators operators;
    private final IdSource ids;
    private final Audit audit;
    private final InstantSource clock;
    private final SqlScheduleStore store = new SqlScheduleStore();

    public Schedules(Database database, Operators operators, IdSource ids, Audit audit, InstantSource clock) {
        this.database = database;
        this.operators = operators;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        timers.every(LOOK, () -> {
            try {
                writeDue();
            } catch (StorageException trouble) {
                log.atWarn().setCause(trouble).log("schedules.unwritten");
            }
        });
    }

    public List<Schedule> all() {
        return database.read(store::all);
    }

    /**
     * One of them.
     *
     * @throws chat.beseda.forms.Unknown when there is none
     */
    public Schedule byId(long id) {
        return database.read(handle -> store.known(handle, id));
    }

    /**
     * Makes one; the first report is of days that end after now.
     *
     * @throws chat.beseda.forms.InvalidFields when name or addresses are wrong
     * @throws Conflict {@code schedules_full}
     */
    public Schedule create(Actor actor, OperatorId owner, ScheduleDraft draft) {
        ScheduleDraft checked = checked(draft);
        return database.write(transaction -> {
            long own = store.all(transaction.handle()).stream()
                    .filter(schedule -> schedule.owner().equals(owner))
                    .count();
            if (own >= MOST) {
                throw new Conflict("schedules_full");
            }
            Schedule made = planned(ids.next(), owner, checked);
            store.put(transaction.handle(), made);
            audit.write(transaction, actor, "schedule.created", about(made.id()), told(checked));
            return made;
        });
    }

    /**
     * Changes one; letters that wait stay as they are.
     *
     * @throws chat.beseda.forms.Unknown when there is none
     * @throws chat.beseda.forms.InvalidFields when name or addresses are wrong
     */
    public Schedule change(Actor actor, long id, ScheduleDraft draft) {
        ScheduleDraft checked = checked(draft);
        return database.write(transaction -> {
            Schedule changed = planned(id, store.known(transaction.handle(), id).owner(), checked);
            store.put(transaction.handle(), changed);
            audit.write(transaction, actor, "schedule.changed", about(id), told(checked));
            return changed;
        });
    }

    /** Ends one, with the letters of it that wait. */
    public void remove(Actor actor, long id) {
        database.write(transaction -> {
            Schedule ended = store.known(transaction.handle(), id);
            store.remove(transaction.handle(), id);
            audit.write(transaction, actor, "schedule.removed", about(id), told(ended.draft()));
            return true;
        });
    }

    /** Whether letters of it are written and sent: whoever is disabled, or may not read reports any more, gets none. */
    public boolean goesOut(Schedule schedule) {
        return operators
                .byId(schedule.owner())
                .filter(owner -> Access.may(owner, Permission.READ_ALL))
                .isPresent();
    }

    /** Those to be sent, the one that waits longest first. */
    public List<ReportLetter> waiting(int limit) {
        return database.read(handle -> {
            List<Long> out = store.all(handle).stream()
                    .filter(this::goesOut)
                    .map(Schedule::id)
                    .toList();
            return store.waiting(handle, out, limit);
        });
    }

    /** Strikes a letter out; false when it is gone since it was read. */
    public boolean settle(Transaction transaction, ReportLetter letter) {
        return store.drop(transaction.handle(), letter);
    }

    /** How many letters wait, by schedule; without those that have none. */
    public Map<Long, Integer> waitingOf() {
        return database.read(store::counts);
    }

    /**
     * Writes the letters that are due: also those of the time when no server ran, as far as somebody still wants them. Who may not read
     * reports any more gets none.
     */
    void writeDue() {
        long now = clock.millis();
        if (database.read(handle -> store.due(handle, now)).isEmpty()) {
            return;
        }
        database.write(transaction -> {
            store.dropOlder(transaction.handle(), now - LONGEST_WAIT.toMillis());
            store.due(transaction.handle(), now).forEach(schedule -> writeDue(transaction, schedule, now));
            return true;
        });
    }

    private void writeDue(Transaction transaction, Schedule schedule, long now) {
        ScheduleDraft draft = schedule.draft();
        boolean wanted = goesOut(schedule);
        Cadence.Due due = draft.cadence().of(schedule.next(), draft.zone(), draft.time());
        while (due.at().toEpochMilli() <= now) {
            if (wanted && due.at().toEpochMilli() >= now - LONGEST_WAIT.toMillis()) {
                store.write(
                        transaction.handle(),
                        new ReportLetter(
                                schedule.id(), due.first(), due.last(), due.at().toEpochMilli()));
            }
            due = draft.cadence().after(due.at(), draft.zone(), draft.time());
        }
        store.put(
                transaction.handle(),
                new Schedule(
                        schedule.id(),
                        schedule.owner(),
                        draft,
                        due.day(),
                        due.at().toEpochMilli()));
    }

    private Schedule planned(long id, OperatorId owner, ScheduleDraft draft) {
        Cadence.Due due = draft.cadence().after(Instant.ofEpochMilli(clock.millis()), draft.zone(), draft.time());
        return new Schedule(id, owner, draft, due.day(), due.at().toEpochMilli());
    }

    private static ScheduleDraft checked(ScheduleDraft draft) {
        var checks = new FieldChecks();
        String name = checks.line("name", draft.name(), 1, NAME_LENGTH);
        var emails = new ArrayList<String>();
        checks.range("emails", draft.emails().size(), 1, MOST_EMAILS);
        for (String said : draft.emails()) {
            if (Address.parse(said).orElse(null) instanceof Address.Email(String email)
                    && MailAddress.ascii(email).isPresent()) {
                emails.add(email.toLowerCase(Locale.ROOT));
            } else {
                checks.add("emails", "email", said, Map.of());
            }
        }
        checks.refuse();
        return new ScheduleDraft(
                name,
                draft.cadence(),
                draft.zone(),
                draft.time(),
                draft.choice(),
                emails.stream().distinct().toList(),
                draft.language());
    }

    private static String about(long id) {
        return "schedule " + id;
    }

    private static Map<String, String> told(ScheduleDraft draft) {
        return Map.of("name", draft.name(), "emails", String.join(", ", draft.emails()));
    }
}
