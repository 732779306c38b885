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
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
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
    private static final int HOST_LENGTH = 253;
    private static final int USER_LENGTH = 254;
    private static final int PASSWORD_LENGTH = 500;
    private static final int NAME_LENGTH = 80;
    private static final int MOST_PORT = 65_535;

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
    }

    public MailAccount account() {
        return account.get();
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
     * @param password null: the one that is kept, which is of this user at this server only
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public MailAccount change(Actor actor, MailAccount wanted, @Nullable String password) {
        MailAccount checked = checked(wanted, password);
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
    public Optional<MailTrouble> test(MailAccount wanted, @Nullable String password, Letter letter) {
        MailAccount tried = checked(wanted, password);
        String source = mime.source(letter, tried, messageId(tried), Instant.ofEpochMilli(clock.millis()));
        try (Carrier.Way way = carrier.open(tried)) {
            return way.carry(tried.from(), letter.to(), source);
        } catch (Carrier.Unreachable failure) {
            return Optional.of(failure.trouble());
        }
    }

    /**
     * Puts a letter into the queue in the transaction of what it tells. Only while an account is {@linkplain MailAccount#isOn on}.
     *
     * @return its id in the queue
     */
    public long queue(Transaction transaction, Letter letter) {
        MailAccount by = account.get();
        if (!by.isOn()) {
            throw new IllegalStateException("no account to send a letter by");
        }
        long now = clock.millis();
        String messageId = messageId(by);
        String source = mime.source(letter, by, messageId, Instant.ofEpochMilli(now));
        long id = ids.next();
        store.put(transaction.handle(), id, messageId, letter, source, now);
        transaction.afterCommit(this::sendSoon);
        return id;
    }

    /** Tries a letter again that was refused or waits. */
    public void again(long id) {
        changeOne(id, transaction -> store.again(transaction.handle(), id, clock.millis()));
    }

    /** Takes a letter out of the queue. */
    public void drop(Actor actor, long id) {
        changeOne(id, transaction -> {
            audit.write(transaction, actor, "mail.dropped", "letter " + id, Map.of());
            return store.drop(transaction.handle(), id);
        });
    }

    private void changeOne(long id, Predicate<Transaction> change) {
        boolean known = database.<Boolean>write(transaction -> {
            transaction.afterCommit(this::sendSoon);
            return change.test(transaction);
        });
        if (!known) {
            throw new Unknown("letter", id);
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
                    Optional<MailTrouble> trouble = way.carry(by.from(), letter.to(), letter.source());
                    if (!noteDown(letter, trouble)) {
                        return;
                    }
                }
                stopped.set(null);
                due = due();
            }
        } catch (Carrier.Unreachable failure) {
            stop(failure.trouble());
        }
    }

    private List<SqlMailStore.Due> due() {
        return database.read(handle -> store.due(handle, clock.millis(), AT_ONCE));
    }

    /** Returns whether the next letter may be tried on the same way. */
    private boolean noteDown(SqlMailStore.Due letter, Optional<MailTrouble> trouble) {
        MailTrouble.Scope scope = trouble.map(MailTrouble::scope).orElse(null);
        return switch (scope) {
            case null -> {
                database.write(transaction -> {
                    store.sent(transaction.handle(), letter.id());
                    store.forget(transaction.handle(), clock.millis() - REMEMBERED.toMillis());
                    return true;
                });
                yield true;
            }
            case EVERYTHING -> {
                stop(trouble.orElseThrow());
                yield false;
            }
            case NEVER -> put(letter, QueuedLetter.State.REFUSED, trouble.orElseThrow());
            case LATER -> {
                boolean old = clock.millis() - letter.queuedAt() > LONGEST_WAIT.toMillis();
                put(letter, old ? QueuedLetter.State.REFUSED : QueuedLetter.State.WAITING, trouble.orElseThrow());
                yield trouble.orElseThrow().code() != MailTrouble.Code.TIMEOUT
                        && trouble.orElseThrow().code() != MailTrouble.Code.BROKEN;
            }
        };
    }

    private boolean put(SqlMailStore.Due letter, QueuedLetter.State state, MailTrouble trouble) {
        long nextAt = clock.millis() + nth(PAUSES, letter.tries()).toMillis();
        log.atInfo()
                .addKeyValue("letter", letter.id())
                .addKeyValue("code", trouble.code())
                .log("mail.not_taken");
        database.write(transaction -> {
            store.troubled(transaction.handle(), letter.id(), state, letter.tries() + 1, nextAt, trouble);
            return true;
        });
        return true;
    }

    private void stop(MailTrouble trouble) {
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

    private String messageId(MailAccount by) {
        return "<" + random.name() + by.from().substring(by.from().lastIndexOf('@')) + ">";
    }

    private MailAccount checked(MailAccount wanted, @Nullable String password) {
        var checks = new FieldChecks();
        String host = checks.line("host", wanted.host(), 0, HOST_LENGTH);
        if (host.isEmpty() && checks.isClean()) {
            return MailAccount.NONE;
        }
        if (!host.matches("[\\p{L}\\d.:_-]+")) {
            checks.add("host", "host", wanted.host(), Map.of());
        }
        checks.range("port", wanted.port(), 1, MOST_PORT);
        String user = checks.line("user", wanted.user(), 0, USER_LENGTH);
        String from = checks.line("from", wanted.from(), 1, USER_LENGTH);
        if (!from.isEmpty() && !isAddress(from)) {
            checks.add("from", "email", from, Map.of());
        }
        String name = checks.line("name", wanted.name(), 0, NAME_LENGTH);
        String secret = checks.line("password", password == null ? kept(host, user) : password, 0, PASSWORD_LENGTH);
        if (!user.isEmpty() && secret.isEmpty()) {
            checks.add("password", "required", null, Map.of());
        }
        checks.refuse();
        return new MailAccount(host, wanted.port(), wanted.security(), user, secret, from, name);
    }

    private String kept(String host, String user) {
        MailAccount now = account.get();
        return now.host().equals(host) && now.user().equals(user) ? now.password() : "";
    }

    /** Whether a letter can be addressed to it. */
    public static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.matches("[^\\s<>,;\"]+@[^\\s<>,;\"@]+");
        } catch (AddressException wrong) {
            return false;
        }
    }
}
