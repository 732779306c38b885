package chat.beseda.mail;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account and hands over the letters that wait, one after another. A letter is there once for each time it was put in: after a
 * crash between the server's "taken" and our note of it the same letter, by its Message-ID, is handed over a second time. Thread-safe.
 */
public final class Mail {
    /** A letter that nobody took for so long is given up. */
    static final Duration LONGEST_WAIT = Duration.ofDays(3);

    private static final Logger log = LoggerFactory.getLogger(Mail.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    /** Nobody expects a letter any more that could not go for so long, whatever held it back. */
    private static final Duration OUTDATED = Duration.ofDays(14);

    private static final Duration TIDYING = Duration.ofHours(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));
    private static final List<Duration> SERVER_PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));
    private static final int AT_ONCE = 50;
    private static final int MOST_TOLD = 50;

    private final Database database;
    private final IdSource ids;
    private final Audit audit;
    private final Timers timers;
    private final InstantSource clock;
    private final Carrier carrier;
    private final SqlMailStore store = new SqlMailStore();
    private final MimeWriter mime = new MimeWriter();
    private final RandomTokens random = new RandomTokens();
    private final ReentrantLock sending = new ReentrantLock();
    private final ReplyMarks marks;
    private final AtomicReference<@Nullable ReplyBox> replyBox = new AtomicReference<>();
    private final AtomicReference<MailAccount> account;
    private final AtomicReference<@Nullable Stopped> stopped = new AtomicReference<>();

    public Mail(Database database, IdSource ids, Audit audit, Timers timers, InstantSource clock) {
        this(database, ids, audit, timers, clock, new SmtpCarrier(PATIENCE));
    }

    Mail(Database database, IdSource ids, Audit audit, Timers timers, InstantSource clock, Carrier carrier) {
        this.database = database;
        this.ids = ids;
        this.audit = audit;
        this.timers = timers;
        this.clock = clock;
        this.carrier = carrier;
        this.marks = new ReplyMarks(database, random);
        this.account = new AtomicReference<>(database.read(store::account).orElse(MailAccount.NONE));
    }

    /**
     * The server can't be used now. Times are UTC epoch milliseconds.
     *
     * @param times how often in a row
     */
    public record Stopped(MailTrouble trouble, int times, long at, long nextAt) {}

    /**
     * How the queue is.
     *
     * @param oldestAt since when the oldest waits, UTC epoch milliseconds
     * @param troubled letters that were not taken when they were tried, the newest first
     */
    public record State(int waiting, int refused, Optional<Long> oldestAt, List<QueuedLetter> troubled) {}

    /** Goes on until the timers stop. */
    public void keep() {
        timers.every(LOOK, this::send);
        timers.every(TIDYING, this::tidy);
    }

    public MailAccount account() {
        return account.get();
    }

    /** Where answers are awaited from now on; null: nowhere but where letters come from. */
    public void awaitAnswers(@Nullable ReplyBox box) {
        replyBox.set(box);
    }

    /** Whether somebody reads what comes back. */
    public boolean awaitsAnswers() {
        return replyBox.get() != null;
    }

    /** What tells answers to letters from other letters. */
    public ReplyMarks marks() {
        return marks;
    }

    /** Why nothing is sent, if that is so. */
    public Optional<Stopped> stopped() {
        return Optional.ofNullable(stopped.get());
    }

    public State state() {
        return database.read(handle -> new State(
                store.count(handle, QueuedLetter.State.WAITING),
                store.count(handle, QueuedLetter.State.REFUSED),
                store.oldest(handle),
                store.troubled(handle, MOST_TOLD)));
    }

    /**
     * Says by which server letters go out; those that wait are tried at once.
     *
     * @param password null: the one that is kept, which is of this user at this server and port, guarded like this, only
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public MailAccount change(Actor actor, MailAccount wanted, @Nullable String password) {
        MailAccount checked = AccountRules.checked(wanted, password, account.get());
        database.write(transaction -> {
            store.put(transaction.handle(), checked);
            audit.write(
                    transaction,
                    actor,
                    "mail.changed",
                    "mail",
                    Map.of("host", checked.host(), "user", checked.user(), "from", checked.from()));
            transaction.afterCommit(() -> {
                account.set(checked);
                stopped.set(null);
                sendSoon();
            });
            return checked;
        });
        return checked;
    }

    /**
     * Sends a letter at once, past the queue, by an account that is not kept yet.
     *
     * @return what was wrong; empty when it was taken
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Optional<MailTrouble> test(Actor actor, MailAccount wanted, @Nullable String password, Letter letter) {
        MailAccount tried = AccountRules.checked(wanted, password, account.get());
        if (!tried.isOn()) {
            var checks = new FieldChecks();
            checks.add("host", "required", null, Map.of());
            throw checks.refusal();
        }
        Outgoing made = made(letter, tried);
        var details = Map.of("host", tried.host() + ":" + tried.port(), "to", made.to());
        database.write(transaction -> {
            audit.write(transaction, actor, "mail.tested", "mail", details);
            return true;
        });
        try (Carrier.Way way = carrier.open(tried)) {
            return way.carry(tried.from(), made.to(), made.source());
        } catch (Carrier.Unreachable failure) {
            return Optional.of(failure.trouble());
        }
    }

    /**
     * Makes a letter ready for the queue. Only while an account is {@linkplain MailAccount#isOn on}.
     *
     * @throws IllegalArgumentException when nobody can be written to at its address
     */
    public Outgoing made(Letter letter) {
        MailAccount by = account.get();
        if (!by.isOn()) {
            throw new IllegalStateException("no account to send a letter by");
        }
        return made(letter, by);
    }

    private Outgoing made(Letter letter, MailAccount by) {
        String to = MailAddress.ascii(letter.to())
                .orElseThrow(
                        () -> new IllegalArgumentException("no address of e-mail for a letter: " + letter.about()));
        String domain = by.from().substring(by.from().lastIndexOf('@'));
        Long matter = letter.matter();
        String mark = matter == null ? "" : marks.of(matter, to);
        var naming = new MimeWriter.Naming(
                "<" + random.name() + (mark.isEmpty() ? "" : "." + mark) + domain + ">",
                mark.isEmpty() ? null : "<" + mark + domain + ">",
                replyTo(mark));
        String source = mime.source(letter, to, by, naming, Instant.ofEpochMilli(clock.millis()));
        return new Outgoing(letter.about(), to, naming.messageId(), source);
    }

    private @Nullable String replyTo(String mark) {
        ReplyBox box = replyBox.get();
        return box == null || mark.isEmpty() ? null : box.marked(mark);
    }

    /**
     * Puts a letter into the queue in the transaction of what it tells.
     *
     * @return its id in the queue
     */
    public long queue(Transaction transaction, Outgoing letter) {
        long id = ids.next();
        store.put(transaction.handle(), id, letter, clock.millis());
        transaction.afterCommit(this::sendSoon);
        return id;
    }

    /** Notes that a letter came back from an address in small letters; false when none of this id was sent there, or it is known. */
    public boolean returned(Transaction transaction, String messageId, String to, String words) {
        var trouble = new MailTrouble(MailTrouble.Code.RETURNED, MailTrouble.Scope.NEVER, words);
        return store.returned(transaction.handle(), messageId, to, trouble);
    }

    /** Tries a letter again that was refused or waits. */
    public void again(Actor actor, long id) {
        changeOne(actor, "mail.again", id, transaction -> store.again(transaction.handle(), id, clock.millis()));
    }

    /** Takes a letter out of the queue. */
    public void drop(Actor actor, long id) {
        changeOne(actor, "mail.dropped", id, transaction -> store.drop(transaction.handle(), id));
    }

    private void changeOne(Actor actor, String act, long id, Predicate<Transaction> change) {
        database.write(transaction -> {
            if (!change.test(transaction)) {
                throw new Unknown("letter", id);
            }
            audit.write(transaction, actor, act, "letter " + id, Map.of());
            transaction.afterCommit(this::sendSoon);
            return true;
        });
    }

    private void tidy() {
        try {
            database.write(transaction -> {
                store.giveUp(transaction.handle(), clock.millis() - OUTDATED.toMillis());
                store.forget(transaction.handle(), clock.millis() - REMEMBERED.toMillis());
                return true;
            });
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("mail.untidied");
        }
    }

    private void sendSoon() {
        timers.after(Duration.ZERO, this::send);
    }

    /** Hands over what is due, as long as it is taken. */
    void send() {
        if (!sending.tryLock()) {
            return;
        }
        try {
            Stopped halt = stopped.get();
            MailAccount by = account.get();
            if (by.isOn() && (halt == null || halt.nextAt() <= clock.millis())) {
                sendDue(by);
            }
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("mail.unsent");
        } finally {
            sending.unlock();
        }
    }

    private void sendDue(MailAccount by) {
        List<SqlMailStore.Due> due = due();
        if (due.isEmpty()) {
            return;
        }
        try (Carrier.Way way = carrier.open(by)) {
            while (!due.isEmpty()) {
                for (SqlMailStore.Due letter : due) {
                    if (!send(letter, by, way)) {
                        return;
                    }
                }
                stopped.set(null);
                due = due();
            }
        } catch (Carrier.Unreachable failure) {
            stop(failure.trouble(), by);
        }
    }

    /** Returns whether the next letter may be tried on the same way. That this one is tried is noted first: no letter goes out unnoticed. */
    private boolean send(SqlMailStore.Due letter, MailAccount by, Carrier.Way way) {
        long nextAt = clock.millis() + nth(PAUSES, letter.tries()).toMillis();
        Optional<String> source = database.write(transaction -> {
            store.trying(transaction.handle(), letter.id(), letter.tries() + 1, nextAt);
            return store.source(transaction.handle(), letter.id());
        });
        if (source.isEmpty()) {
            return true;
        }
        Optional<MailTrouble> trouble = way.carry(by.from(), letter.to(), source.get());
        if (trouble.isEmpty()) {
            database.write(transaction -> {
                store.sent(transaction.handle(), letter.id());
                return true;
            });
            return true;
        }
        return noteDown(letter, trouble.get(), nextAt, by);
    }

    private List<SqlMailStore.Due> due() {
        return database.read(handle -> store.due(handle, clock.millis(), AT_ONCE));
    }

    private boolean noteDown(SqlMailStore.Due letter, MailTrouble trouble, long nextAt, MailAccount by) {
        return switch (trouble.scope()) {
            case EVERYTHING -> {
                stop(trouble, by);
                database.write(transaction -> {
                    store.trying(transaction.handle(), letter.id(), letter.tries(), clock.millis());
                    return true;
                });
                yield false;
            }
            case NEVER -> put(letter, QueuedLetter.State.REFUSED, trouble, nextAt);
            case LATER -> {
                boolean given =
                        letter.tries() >= PAUSES.size() && clock.millis() - letter.queuedAt() > LONGEST_WAIT.toMillis();
                put(letter, given ? QueuedLetter.State.REFUSED : QueuedLetter.State.WAITING, trouble, nextAt);
                yield trouble.code() != MailTrouble.Code.TIMEOUT && trouble.code() != MailTrouble.Code.BROKEN;
            }
        };
    }

    private boolean put(SqlMailStore.Due letter, QueuedLetter.State state, MailTrouble trouble, long nextAt) {
        log.atInfo()
                .addKeyValue("letter", letter.id())
                .addKeyValue("code", trouble.code())
                .log("mail.not_taken");
        database.write(transaction -> {
            store.troubled(transaction.handle(), letter.id(), state, nextAt, trouble);
            return true;
        });
        return true;
    }

    /** Tells of the account that was tried; another one may be kept by now. */
    private void stop(MailTrouble trouble, MailAccount by) {
        if (!account.get().equals(by)) {
            return;
        }
        Stopped before = stopped.get();
        int times = before == null ? 0 : before.times() + 1;
        long now = clock.millis();
        long since = before == null ? now : before.at();
        stopped.set(new Stopped(
                trouble, times, since, now + nth(SERVER_PAUSES, times).toMillis()));
        log.atWarn()
                .addKeyValue("code", trouble.code())
                .addKeyValue("times", times)
                .log("mail.stopped");
    }

    private static Duration nth(List<Duration> pauses, int times) {
        return pauses.get(Math.min(times, pauses.size() - 1));
    }
}
