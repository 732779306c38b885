package chat.beseda.tags;

import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are marked with which tags; conversations are told by their ids. Those asked for lately are answered from
 * memory, which every change forgets after its commit and before the news of it. Thread-safe; what memory doesn't hold blocks.
 */
public final class Taggings {
    /** Conversations in memory: the open ones of a large installation several times over. */
    static final int KEPT = 20_000;

    private final Database database;
    private final SqlTaggingStore store = new SqlTaggingStore();

    private final Map<Long, List<TagId>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<TagId>> eldest) {
            return size() > KEPT;
        }
    };
    /** What was read before a change isn't kept after it. */
    private long changes;

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
        boolean changed =
                on ? store.put(tx.handle(), conversation, tag, by, at) : store.remove(tx.handle(), conversation, tag);
        if (changed) {
            tx.afterCommit(() -> forget(conversation));
        }
        return changed;
    }

    /** The tags of each of these conversations that has any, in the order in which they were put on. */
    public Map<Long, List<TagId>> of(Collection<Long> conversations) {
        Map<Long, List<TagId>> found = HashMap.newHashMap(conversations.size());
        List<Long> unknown;
        long before;
        synchronized (kept) {
            before = changes;
            unknown = conversations.stream()
                    .filter(id -> !isKnown(id, found))
                    .distinct()
                    .toList();
        }
        if (!unknown.isEmpty()) {
            Map<Long, List<TagId>> read = database.read(handle -> store.of(handle, unknown));
            keep(before, unknown, read);
            found.putAll(read);
        }
        return found;
    }

    private boolean isKnown(Long conversation, Map<Long, List<TagId>> found) {
        @Nullable List<TagId> tags = kept.get(conversation);
        if (tags != null && !tags.isEmpty()) {
            found.put(conversation, tags);
        }
        return tags != null;
    }

    private void keep(long before, List<Long> conversations, Map<Long, List<TagId>> read) {
        synchronized (kept) {
            if (changes == before) {
                conversations.forEach(id -> kept.put(id, List.copyOf(read.getOrDefault(id, List.of()))));
            }
        }
    }

    private void forget(long conversation) {
        synchronized (kept) {
            changes++;
            kept.remove(conversation);
        }
    }
}
