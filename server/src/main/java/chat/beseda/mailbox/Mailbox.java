package chat.beseda.mailbox;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.mail.Connecting;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailTrouble;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import chat.beseda.time.Timers;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account of the mailbox that answers come to, and reads it: at once where the server tells of new letters (IDLE), every 20 s
 * otherwise. What trouble there is holds back nothing but the mailbox. Thread-safe.
 */
public final class Mailbox {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TIDYING = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration CONNECTING = Duration.ofSeconds(20);
    /** Networks on the way forget connections that are silent for five minutes. */
    private static final Duration SILENCE = Duration.ofMinutes(4);

    private static final Duration READING = Duration.ofMinutes(1);

    private static final Duration STORE_PAUSE = Duration.ofSeconds(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    private static final int MOST_TOLD = 50;

    private final Database database;
    private final Audit audit;
    private final Mail mail;
    private final Timers timers;
    private final InstantSource clock;
    private final BoxReading reading;
    private final SqlBoxStore store = new SqlBoxStore();
    private final AtomicReference<BoxAccount> account;
    private final AtomicReference<@Nullable Stopped> stopped = new AtomicReference<>();
    private final AtomicLong readAt = new AtomicLong();
    private final AtomicLong notBefore = new AtomicLong();
    private final AtomicReference<@Nullable ImapBox> open = new AtomicReference<>();

    public Mailbox(Database database, IdSource ids, Audit audit, Mail mail, Timers timers, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.mail = mail;
        this.timers = timers;
        this.clock = clock;
        this.reading = new BoxReading(database, ids, clock);
        this.account = new AtomicReference<>(database.read(store::account).orElse(BoxAccount.NONE));
        mail.awaitAnswers(account.get().replyBox());
    }

    /**
     * The mailbox can't be read now. Times are UTC epoch milliseconds.
     *
     * @param times how often in a row
     */
    public record Stopped(MailTrouble trouble, int times, long at, long nextAt) {}

    /** Hands letters over as long as the timers go. */
    public void keep(Intake intake) {
        timers.every(LOOK, () -> session(intake));
        timers.every(TIDYING, this::tidy);
    }

    /** By which the letters go out that are answered here. */
    public Mail mail() {
        return mail;
    }

    public BoxAccount account() {
        return account.get();
    }

    /** Why nothing is read, if that is so. */
    public Optional<Stopped> stopped() {
        return Optional.ofNullable(stopped.get());
    }

    /** When it was last seen that nothing new is there, UTC epoch milliseconds; empty: not since this start. */
    public Optional<Long> readAt() {
        return Optional.of(readAt.get()).filter(at -> at > 0);
    }

    /** Letters that were meant for us and did not get, or not as a whole, where they were sent; the newest first. */
    public List<LetterIn> aside() {
        return database.read(handle -> store.aside(handle, MOST_TOLD));
    }

    /** All the words of a letter. */
    public String body(long id) {
        return database.read(handle -> store.body(handle, id)).orElseThrow(() -> new Unknown("letter", id));
    }

    /** How many letters of a sender became messages in the last hour. */
    public int enteredLately(String sender) {
        return database.read(handle -> store.entered(handle, sender, clock.millis() - HOUR.toMillis()));
    }

    /**
     * Says which mailbox is read.
     *
     * @param password null: the one that is kept, which is of this user at this server and port, guarded like this, only
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public BoxAccount change(Actor actor, BoxAccount wanted, @Nullable String password) {
        BoxAccount checked = BoxRules.checked(wanted, password, account.get());
        database.write(transaction -> {
            store.put(transaction.handle(), checked);
            var details = Map.of("host", checked.host(), "user", checked.user(), "address", checked.address());
            audit.write(transaction, actor, "mailbox.changed", "mailbox", details);
            return checked;
        });
        account.set(checked);
        stopped.set(null);
        readAt.set(0);
        mail.awaitAnswers(checked.replyBox());
        hangUp();
        return checked;
    }

    /**
     * Opens a mailbox that is not kept yet.
     *
     * @return what was wrong; empty when it can be read
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Optional<MailTrouble> test(Actor actor, BoxAccount wanted, @Nullable String password) {
        BoxAccount tried = BoxRules.checked(wanted, password, account.get());
        if (!tried.isOn()) {
            var checks = new FieldChecks();
            checks.add("host", "required", null, Map.of());
            throw checks.refusal();
        }
        var details = Map.of("host", tried.host() + ":" + tried.port(), "user", tried.user());
        database.write(transaction -> {
            audit.write(transaction, actor, "mailbox.tested", "mailbox", details);
            return true;
        });
        try (ImapBox box = ImapBox.open(tried, CONNECTING, CONNECTING)) {
            box.count();
            return Optional.empty();
        } catch (MessagingException failure) {
            return Optional.of(Connecting.trouble(failure));
        }
    }

    /** Ends with the connection, or when another mailbox is to be read. */
    private void session(Intake intake) {
        BoxAccount by = account.get();
        Stopped halt = stopped.get();
        if (!by.isOn() || notBefore.get() > clock.millis() || (halt != null && halt.nextAt() > clock.millis())) {
            return;
        }
        long waitingSince = 0;
        try (ImapBox box = ImapBox.open(by, CONNECTING, READING)) {
            open.set(box);
            while (account.get().equals(by)) {
                waitingSince = 0;
                reading.read(box, by.key(), intake);
                stopped.set(null);
                readAt.set(clock.millis());
                waitingSince = clock.millis();
                box.await(timers, SILENCE);
            }
        } catch (MessagingException failure) {
            boolean silent = waitingSince > 0 && clock.millis() - waitingSince >= SILENCE.toMillis() - LOOK.toMillis();
            if (!silent) {
                stop(Connecting.trouble(failure), by);
            }
        } catch (StorageException | Intake.Later trouble) {
            notBefore.set(clock.millis() + STORE_PAUSE.toMillis());
            log.atWarn().setCause(trouble).log("mailbox.unstored");
        } catch (RuntimeException fault) {
            // Closing it from another thread looks like this too: then another account is kept, and nobody is told.
            stop(Connecting.trouble(new MessagingException("the mailbox can't be read", fault)), by);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } finally {
            open.set(null);
        }
    }

    private void hangUp() {
        ImapBox box = open.get();
        if (box != null) {
            timers.after(Duration.ZERO, box::close);
        }
    }

    /** Tells of the mailbox that was tried; another one may be kept by now. */
    private void stop(MailTrouble trouble, BoxAccount by) {
        if (!account.get().equals(by)) {
            return;
        }
        Stopped before = stopped.get();
        int times = before == null ? 0 : before.times() + 1;
        long now = clock.millis();
        long pause = PAUSES.get(Math.min(times, PAUSES.size() - 1)).toMillis();
        stopped.set(new Stopped(trouble, times, before == null ? now : before.at(), now + pause));
        log.atWarn()
                .addKeyValue("code", trouble.code())
                .addKeyValue("times", times)
                .log("mailbox.stopped");
    }

    private void tidy() {
        try {
            database.write(transaction -> {
                store.forget(transaction.handle(), clock.millis() - REMEMBERED.toMillis());
                return true;
            });
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("mailbox.untidied");
        }
    }
}
