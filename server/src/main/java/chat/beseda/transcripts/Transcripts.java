package chat.beseda.transcripts;

import chat.beseda.conversations.ConversationId;
import chat.beseda.mail.MailAddress;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.Address;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Keeps which conversations visitors want by e-mail until they are sent. A wish returns when it is durable. Thread-safe. */
public final class Transcripts {
    /** Addresses of one conversation in {@link #LONGEST_WAIT}. */
    static final int MOST_OF_A_CONVERSATION = 3;

    /** Conversations for one address in {@link #LONGEST_WAIT}: it may be a stranger's. */
    static final int MOST_TO_AN_ADDRESS = 10;

    /** Nobody expects a letter any more that was wanted so long ago. */
    static final Duration LONGEST_WAIT = Duration.ofDays(30);

    /** Whoever asked in the middle of a conversation that nobody ends gets what there is. */
    public static final Duration OPEN_FOR = Duration.ofHours(24);

    /** The same conversation for the same address. */
    static final Duration AGAIN_AFTER = Duration.ofDays(1);

    private static final int MOST_DROPPED = 100;

    private final Database database;
    private final InstantSource clock;
    private final SqlTranscriptStore store = new SqlTranscriptStore();

    public Transcripts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What became of a wish. */
    public enum Asked {
        KEPT,
        /** It is no address of e-mail. */
        NO_EMAIL,
        TOO_MANY
    }

    /**
     * Notes down that the visitor wants the conversation; the same wish again, in letters of whatever case, only renews the first
     * one, and does nothing for a day once it was sent. What was sent counts as long as what waits: a letter to an address that may be a
     * stranger's is nothing to be had again and again. Wishes too old to be sent are dropped.
     *
     * @param said hostile text, where to send it
     * @param zone as the visitor's browser names it; left out when it makes no sense
     */
    public Asked ask(ConversationId conversation, String said, String language, String zone) {
        if (!(Address.parse(said).orElse(null) instanceof Address.Email(String email))
                || MailAddress.ascii(email).isEmpty()) {
            return Asked.NO_EMAIL;
        }
        long now = clock.millis();
        var wish = new TranscriptWish(conversation, email.toLowerCase(Locale.ROOT), language, known(zone), now);
        return database.write(tx -> {
            store.dropOlder(tx.handle(), now - LONGEST_WAIT.toMillis(), MOST_DROPPED);
            if (store.othersOf(tx.handle(), wish) >= MOST_OF_A_CONVERSATION
                    || store.othersTo(tx.handle(), wish) >= MOST_TO_AN_ADDRESS) {
                return Asked.TOO_MANY;
            }
            if (!store.isSent(tx.handle(), wish, now - AGAIN_AFTER.toMillis())) {
                store.put(tx.handle(), wish);
            }
            return Asked.KEPT;
        });
    }

    /** All that wait, the one that waits longest first. */
    public List<TranscriptWish> waiting(int limit) {
        return database.read(handle -> store.waiting(handle, limit));
    }

    /** Those to be sent now, the one that waits longest first: their conversations are over, or go on for too long to wait for it. */
    public List<TranscriptWish> due(int limit) {
        long now = clock.millis();
        return database.read(
                handle -> store.due(handle, now - LONGEST_WAIT.toMillis(), now - OPEN_FOR.toMillis(), limit));
    }

    /** Notes that a wish is fulfilled; false when it was asked anew, or is gone, since it was read. */
    public boolean settle(Transaction transaction, TranscriptWish wish) {
        return store.sent(transaction.handle(), wish, clock.millis());
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException hostile) {
            return "";
        }
    }
}
