package chat.beseda.files;

import chat.beseda.storage.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What of the files belongs into the transaction of a ready answer. Stateless. */
public final class SqlAnswerFiles {
    /** An answer has at most: as many as a message. */
    public static final int MOST = Enclosures.MOST;

    private final SqlFileStore store = new SqlFileStore();

    /** The files of each of these answers that has any, in their order. */
    public Map<Long, List<Attachment>> of(Handle handle, Collection<Long> answers) {
        return answers.isEmpty() ? Map.of() : store.ofAnswers(handle, answers);
    }

    /**
     * Gives an answer these files and no others. What it had and has no more is removed with the next sweep.
     *
     * @param by who may bring new ones: whole, his own and sent nowhere yet; null: nobody
     * @return nothing when one is neither the answer's nor his
     */
    public Optional<List<Attachment>> put(Transaction tx, long answer, @Nullable FileOwner by, List<String> ids) {
        var files = new LinkedHashMap<String, Attachment>();
        of(tx.handle(), List.of(answer)).getOrDefault(answer, List.of()).forEach(file -> files.put(file.id(), file));
        var gone = new ArrayList<>(files.keySet());
        gone.removeAll(ids);
        for (String id : ids) {
            store.byId(tx.handle(), id)
                    .filter(row -> row.owner().equals(by) && !files.containsKey(id) && !store.isNeeded(tx.handle(), id))
                    .map(SqlFileStore.Row::whole)
                    .ifPresent(file -> files.put(id, file));
        }
        if (!files.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        store.keepForAnswer(tx, answer, ids);
        gone.forEach(id -> store.forget(tx, id));
        return Optional.of(ids.stream().map(files::get).toList());
    }
}
