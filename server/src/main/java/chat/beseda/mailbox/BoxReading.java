package chat.beseda.mailbox;

import chat.beseda.incoming.LetterReader;
import chat.beseda.incoming.Received;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.StorageException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is new in a mailbox: each letter once, and none stands in the way of the next. Of one thread at a time. */
final class BoxReading {
    private static final Logger log = LoggerFactory.getLogger(BoxReading.class);
    /** Where a mailbox numbers its letters anew, those that may not have been read yet; what was read is known by its name. */
    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private static final int MOST_TRIES = 3;
    private static final int NAME_BYTES = 16;
    private static final long DAY = 86_400_000;
    /** In a day: more of them are a flood, which stays in the mailbox and does not fill our disk. */
    private static final int MOST_ASIDE = 500;

    private final Database database;
    private final IdSource ids;
    private final InstantSource clock;
    private final SqlBoxStore store = new SqlBoxStore();
    private long troubled;
    private int tries;

    BoxReading(Database database, IdSource ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reads until nothing is new. A mailbox that was never read is read from now on. */
    void read(ImapBox box, String key, Intake intake) throws MessagingException {
        long validity = box.validity();
        Optional<SqlBoxStore.Place> kept = database.read(handle -> store.place(handle, key));
        long last = kept.isPresent() && kept.get().validity() == validity
                ? kept.get().lastUid()
                : beginning(box, key, validity, kept.isEmpty());
        int seen;
        do {
            seen = box.count();
            for (ImapBox.Lying letter : box.above(last)) {
                take(box, letter, new Where(key, validity), intake);
                last = letter.uid();
            }
        } while (box.count() != seen);
    }

    private record Where(String key, long validity) {}

    private long beginning(ImapBox box, String key, long validity, boolean first) throws MessagingException {
        long last = first ? box.lastUid() : box.lastUidBefore(clock.instant().minus(LOOKED_BACK));
        database.write(transaction -> {
            store.put(transaction.handle(), key, new SqlBoxStore.Place(validity, last));
            return last;
        });
        return last;
    }

    private void take(ImapBox box, ImapBox.Lying lying, Where where, Intake intake) throws MessagingException {
        try {
            byte[] bytes = box.bytes(lying);
            boolean whole = !box.isTooBig(lying);
            if (isTaken(where, lying.uid(), bytes, whole, intake)) {
                box.markSeen(lying);
            }
        } catch (MessageRemovedException gone) {
            note(where, lying.uid(), "", nothing(), Optional.empty());
        } catch (MessagingException | IOException trouble) {
            if (!box.isOpen()) {
                throw asMessaging(trouble);
            }
            again(where, lying.uid(), trouble);
        }
        box.forget(lying);
    }

    /** Whether it became a message. What cannot be read is set aside: programs read here what strangers wrote. */
    private boolean isTaken(Where where, long uid, byte[] bytes, boolean whole, Intake intake) {
        Received letter = nothing();
        String name = name(new String(bytes, StandardCharsets.ISO_8859_1));
        Optional<Intake.Taken> taken;
        try {
            letter = LetterReader.read(bytes);
            name = letter.messageId().map(BoxReading::name).orElse(name);
            taken = isKnown(name) ? Optional.empty() : intake.take(name, letter, whole);
        } catch (StorageException | Intake.Later trouble) {
            throw trouble;
        } catch (UncheckedIOException trouble) {
            log.atWarn().setCause(trouble).log("mailbox.disk");
            throw new Intake.Later("disk");
        } catch (RuntimeException | StackOverflowError | CoderMalfunctionError trouble) {
            log.atError().setCause(trouble).log("mailbox.untakable");
            taken = Optional.of(new Intake.Taken(LetterState.UNREADABLE, null, List.of()));
        }
        note(where, uid, name, letter, taken);
        return taken.filter(each -> each.state() == LetterState.ENTERED).isPresent();
    }

    private boolean isKnown(String name) {
        return database.read(handle -> store.knows(handle, name));
    }

    private static MessagingException asMessaging(Exception trouble) {
        return trouble instanceof MessagingException messaging
                ? messaging
                : new MessagingException("a letter can't be fetched", trouble);
    }

    /** The server can't hand a letter over: after a few tries it is set aside. */
    private void again(Where where, long uid, Exception trouble) throws MessagingException {
        tries = troubled == uid ? tries + 1 : 1;
        troubled = uid;
        if (tries < MOST_TRIES) {
            throw asMessaging(trouble);
        }
        log.atWarn().setCause(trouble).log("mailbox.unreadable");
        String name = name(where.key() + "/" + where.validity() + "/" + uid);
        var aside = new Intake.Taken(LetterState.UNREADABLE, null, List.of());
        note(where, uid, name, nothing(), Optional.of(aside));
    }

    private void note(Where where, long uid, String name, Received letter, Optional<Intake.Taken> taken) {
        long now = clock.millis();
        database.write(transaction -> {
            taken.filter(each -> each.state() == LetterState.ENTERED
                            || store.setAside(transaction.handle(), now - DAY) < MOST_ASIDE)
                    .ifPresent(each -> store.put(transaction.handle(), ids.next(), name, letter, each, now));
            store.put(transaction.handle(), where.key(), new SqlBoxStore.Place(where.validity(), uid));
            return true;
        });
    }

    private static Received nothing() {
        return LetterReader.read(new byte[0]);
    }

    /** 128 bits of a digest. */
    private static String name(String words) {
        byte[] digest = HexFormat.of().parseHex(RandomTokens.digest(words));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, NAME_BYTES));
    }
}
