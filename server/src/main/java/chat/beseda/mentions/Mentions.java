package chat.beseda.mentions;

import chat.beseda.cluster.Bus;
import chat.beseda.events.EventBody;
import chat.beseda.operators.OperatorId;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where colleagues mentioned an operator in a note that the operator has not looked at. Blocks; thread-safe. */
public final class Mentions {
    private static final int MOST = 50;
    private static final Pattern NAMED = Pattern.compile("@\\{([1-9]\\d{0,18})}");
    private static final Logger log = LoggerFactory.getLogger(Mentions.class);

    private final Database database;
    private final SqlMentionStore store = new SqlMentionStore();
    private final Bus bus;

    public Mentions(Database database, Bus bus) {
        this.database = database;
        this.bus = bus;
    }

    /**
     * One of them.
     *
     * @param conversation its id
     * @param seq of the note, in the internal stream
     * @param by who wrote it
     * @param text the whole note, with the mentioned as {@code @{id}}
     */
    public record Mention(long conversation, long seq, long at, OperatorId by, String text) {}

    /** Whom a note names, as {@code @{id}}, in the order of the text; whether they exist is asked elsewhere. */
    public static Set<OperatorId> named(String note) {
        var named = new LinkedHashSet<OperatorId>();
        NAMED.matcher(note).results().forEach(found -> {
            try {
                named.add(new OperatorId(Long.parseLong(found.group(1))));
            } catch (NumberFormatException tooLarge) {
                // Nobody has such an id: it is text.
            }
        });
        return named;
    }

    /** Notes down whom a note mentions, in the transaction that stores it. */
    public void say(Transaction tx, long conversation, long seq, EventBody.Note note) {
        store.say(tx.handle(), note, conversation, seq);
    }

    /** The newest 50 of an operator, newest first. */
    public List<Mention> of(OperatorId operator) {
        return database.read(handle -> store.of(handle, operator, MOST));
    }

    /** The operator has looked at the notes of a conversation up to that seq. What cannot be stored is said again later. */
    public void seen(OperatorId operator, long conversation, long seq) {
        try {
            database.write(tx -> {
                int gone = store.forget(tx.handle(), operator, conversation, seq);
                if (gone > 0) {
                    tx.afterCommit(() -> bus.publish(new MentionsSeen(operator)));
                }
                return gone;
            });
        } catch (StorageException trouble) {
            log.atDebug().setCause(trouble).log("mention.seen.forgotten");
        }
    }
}
