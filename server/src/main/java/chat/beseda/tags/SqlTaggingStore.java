package chat.beseda.tags;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table {@code conversation_tag}. */
final class SqlTaggingStore {

    /** False when it is there already. */
    boolean put(Handle handle, long conversation, TagId tag, long by, long at) {
        return handle.createUpdate("""
                                INSERT INTO conversation_tag (tag_id, conversation_id, operator_id, at)
                                VALUES (:tag, :conversation, :by, :at)
                                ON CONFLICT (tag_id, conversation_id) DO NOTHING
                                """)
                        .bind("tag", tag.value())
                        .bind("conversation", conversation)
                        .bind("by", by)
                        .bind("at", at)
                        .execute()
                > 0;
    }

    /** False when it is not there. */
    boolean remove(Handle handle, long conversation, TagId tag) {
        return handle.createUpdate(
                                "DELETE FROM conversation_tag WHERE tag_id = :tag AND conversation_id = :conversation")
                        .bind("tag", tag.value())
                        .bind("conversation", conversation)
                        .execute()
                > 0;
    }

    Map<Long, List<TagId>> of(Handle handle, Collection<Long> conversations) {
        return handle
                .createQuery("""
                        SELECT conversation_id, tag_id FROM conversation_tag
                        WHERE conversation_id IN (<ids>) ORDER BY at, tag_id
                        """)
                .bindList("ids", List.copyOf(conversations))
                .map((row, context) -> Map.entry(row.getLong(1), new TagId(row.getLong(2))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
