package chat.beseda.letters;

import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.mail.Outgoing;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where letters are written and put into the queue, of whatever kind they are; closed while no letter goes out. Thread-safe. */
final class Desk {
    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    private final Database database;
    private final Mail mail;

    Desk(Database database, Mail mail) {
        this.database = database;
        this.mail = mail;
    }

    /** Works again and again, as long as the timers go and while letters go out. */
    void keep(Timers timers, Duration period, Runnable work) {
        timers.every(period, () -> {
            try {
                if (mail.account().isOn()) {
                    work.run();
                }
            } catch (StorageException trouble) {
                log.atWarn().setCause(trouble).log("letters.unwritten");
            }
        });
    }

    /**
     * Settles one thing that waits and queues its letters in the same transaction. What can't be written is settled without any, so that
     * it stands in nobody's way.
     *
     * @param about what it is, for the log
     * @param write none when there is nothing to send
     * @param settle false when somebody else did it meanwhile
     */
    void send(Object about, Supplier<List<Letter>> write, Predicate<Transaction> settle) {
        List<Outgoing> letters = made(about, write);
        if (mail.account().isOn()) {
            database.write(transaction -> {
                if (settle.test(transaction)) {
                    letters.forEach(letter -> mail.queue(transaction, letter));
                }
                return true;
            });
        }
    }

    private List<Outgoing> made(Object about, Supplier<List<Letter>> write) {
        try {
            return write.get().stream().map(mail::made).toList();
        } catch (StorageException trouble) {
            throw trouble;
        } catch (RuntimeException trouble) {
            log.atError().setCause(trouble).addKeyValue("about", about).log("letters.unwritable");
            return List.of();
        }
    }
}
