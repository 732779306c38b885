package chat.beseda.ratings;

import chat.beseda.conversations.ConversationId;
import chat.beseda.visitors.VisitorSettings.RatingScale;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The table {@code rating}. */
final class SqlRatingStore {

    void put(Handle handle, ConversationId conversation, Rating rating) {
        handle.createUpdate("""
                        INSERT INTO rating (conversation_id, score, scale, comment, at)
                        VALUES (:conversation, :score, :scale, :comment, :at)
                        ON CONFLICT (conversation_id) DO UPDATE SET score = excluded.score, scale = excluded.scale,
                            comment = excluded.comment, at = excluded.at
                        """)
                .bind("conversation", conversation.value())
                .bind("score", rating.score())
                .bind("scale", rating.scale().name().toLowerCase(Locale.ROOT))
                .bind("comment", rating.comment())
                .bind("at", rating.at())
                .execute();
    }

    Map<ConversationId, Rating> of(Handle handle, Collection<ConversationId> conversations) {
        var all = new HashMap<ConversationId, Rating>();
        handle.createQuery("""
                        SELECT conversation_id, score, scale, comment, at FROM rating
                        WHERE conversation_id IN (<conversations>)
                        """)
                .bindList(
                        "conversations",
                        conversations.stream().map(ConversationId::value).toList())
                .map((row, context) -> Map.entry(
                        new ConversationId(row.getLong("conversation_id")),
                        new Rating(
                                row.getInt("score"),
                                RatingScale.valueOf(row.getString("scale").toUpperCase(Locale.ROOT)),
                                row.getString("comment"),
                                row.getLong("at"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }
}
