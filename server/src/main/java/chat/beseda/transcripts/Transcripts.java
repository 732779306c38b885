package chat.beseda.transcripts;

import chat.beseda.conversations.ConversationId;
import chat.beseda.storage.Database;
import chat.beseda.visitors.Address;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Keeps which conversations visitors want by e-mail until they are sent. A wish returns when it is durable. Thread-safe. */
public final class Transcripts {
    /** Addresses for one conversation in an hour. */
    static final int MOST_OF_A_CONVERSATION = 3;

    /** Conversations for one address in a day: it may be a stranger's. */
    static final int MOST_TO_AN_ADDRESS = 10;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

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
     * Notes down that the visitor wants the conversation; the same wish again only renews the first one.
     *
     * @param said hostile text, where to send it
     * @param zone as the visitor's browser names it; left out when it makes no sense
     */
    public Asked ask(ConversationId conversation, String said, String language, String zone) {
        if (!(Address.parse(said).orElse(null) instanceof Address.Email(String email))) {
            return Asked.NO_EMAIL;
        }
        long now = clock.millis();
        var wish = new TranscriptWish(conversation, email, language, known(zone), now);
        return database.write(tx -> {
            if (store.othersOf(tx.handle(), wish, now - HOUR.toMillis()) >= MOST_OF_A_CONVERSATION
                    || store.othersTo(tx.handle(), wish, now - DAY.toMillis()) >= MOST_TO_AN_ADDRESS) {
                return Asked.TOO_MANY;
            }
            store.put(tx.handle(), wish);
            return Asked.KEPT;
        });
    }

    /** Those to be sent, the one that waits longest first. */
    public List<TranscriptWish> waiting(int limit) {
        return database.read(handle -> store.waiting(handle, limit));
    }

    private static String known(String zone) {
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException hostile) {
            return "";
        }
    }
}
