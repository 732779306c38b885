package chat.beseda.files;

import chat.beseda.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the files belongs into the transaction of a message. Stateless. */
public final class Enclosures {
    /** A message has at most. */
    public static final int MOST = 10;

    private final SqlFileStore store = new SqlFileStore();

    /** The sender's whole files of these ids, in their order; nothing when one is not there, not theirs or not whole. */
    public Optional<List<Attachment>> of(Transaction tx, FileOwner sender, List<String> ids) {
        var files = new ArrayList<Attachment>();
        for (String id : ids) {
            store.byId(tx.handle(), id)
                    .filter(row -> row.owner().equals(sender))
                    .map(SqlFileStore.Row::whole)
                    .ifPresent(files::add);
        }
        return files.size() == ids.size() ? Optional.of(files) : Optional.empty();
    }

    /** Notes that these files are said in a conversation: whoever may see it may see them. */
    public void say(Transaction tx, List<Attachment> files, long conversation) {
        files.forEach(file -> store.say(tx.handle(), file.id(), conversation));
    }

    /** Hides the files of a message that is taken back from its visitor; an address he kept leads nowhere. */
    public void takeBack(Transaction tx, List<Attachment> files, long conversation) {
        files.forEach(file -> store.takeBack(tx.handle(), file.id(), conversation));
    }
}
