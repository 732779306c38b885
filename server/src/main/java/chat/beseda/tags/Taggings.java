package chat.beseda.tags;

import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Which conversations are marked with which tags; conversations are told by their ids. Blocks; thread-safe. */
public final class Taggings {
    private final Database database;
    private final SqlTaggingStore store = new SqlTaggingStore();

    public Taggings(Database database) {
        this.database = database;
    }

    /**
     * Marks the conversation or takes the mark off, in the transaction that tells of it.
     *
     * @param by the operator
     * @return false when it is so already
     */
    public boolean say(Transaction tx, long conversation, TagId tag, boolean on, long by, long at) {
        return on ? store.put(tx.handle(), conversation, tag, by, at) : store.remove(tx.handle(), conversation, tag);
    }

    /** The tags of each of these conversations that has any, in the order in which they were put on. */
    public Map<Long, List<TagId>> of(Collection<Long> conversations) {
        return conversations.isEmpty() ? Map.of() : database.read(handle -> store.of(handle, conversations));
    }
}
