package chat.beseda.transcripts;

import chat.beseda.conversations.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code transcript_wish}. */
final class SqlTranscriptStore {

    void put(Handle handle, TranscriptWish wish) {
        handle.createUpdate("""
                        INSERT INTO transcript_wish (conversation_id, email, language, zone, asked_at)
                        VALUES (:conversation, :email, :language, :zone, :at)
                        ON CONFLICT (conversation_id, email) DO UPDATE SET language = excluded.language,
                            zone = excluded.zone, asked_at = excluded.asked_at, sent_at = NULL
                        """)
                .bind("conversation", wish.conversation().value())
                .bind("email", wish.email())
                .bind("language", wish.language())
                .bind("zone", wish.zone())
                .bind("at", wish.askedAt())
                .execute();
    }

    /** How many other addresses the conversation waits for. */
    int othersOf(Handle handle, TranscriptWish wish) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM transcript_wish
                        WHERE conversation_id = :conversation AND email <> :email
                        """)
                .bind("conversation", wish.conversation().value())
                .bind("email", wish.email())
                .mapTo(Integer.class)
                .one();
    }

    /** How many other conversations wait for the address. */
    int othersTo(Handle handle, TranscriptWish wish) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM transcript_wish
                        WHERE email = :email AND conversation_id <> :conversation
                        """)
                .bind("conversation", wish.conversation().value())
                .bind("email", wish.email())
                .mapTo(Integer.class)
                .one();
    }

    /** Forgets wishes made before a time, the oldest of them first. */
    void dropOlder(Handle handle, long before, int most) {
        handle.createUpdate("""
                        DELETE FROM transcript_wish WHERE (conversation_id, email) IN (
                            SELECT conversation_id, email FROM transcript_wish
                            WHERE asked_at < :before ORDER BY asked_at LIMIT :most)
                        """).bind("before", before).bind("most", most).execute();
    }

    List<TranscriptWish> waiting(Handle handle, int limit) {
        return handle.createQuery("""
                        SELECT conversation_id, email, language, zone, asked_at FROM transcript_wish WHERE sent_at IS NULL
                        ORDER BY asked_at, conversation_id, email LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> wish(row))
                .list();
    }

    /** Those of conversations that are over, and those asked for before a time; none that is older than another time. */
    List<TranscriptWish> due(Handle handle, long since, long before, int limit) {
        return handle.createQuery("""
                        SELECT w.conversation_id, w.email, w.language, w.zone, w.asked_at
                        FROM transcript_wish w LEFT JOIN conversation c ON c.id = w.conversation_id
                        WHERE w.sent_at IS NULL AND w.asked_at >= :since
                            AND (c.id IS NULL OR c.closed_at IS NOT NULL OR w.asked_at < :before)
                        ORDER BY w.asked_at, w.conversation_id, w.email LIMIT :limit
                        """)
                .bind("since", since)
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> wish(row))
                .list();
    }

    /** Whether the same was sent since a time. */
    boolean isSent(Handle handle, TranscriptWish wish, long since) {
        return handle.createQuery("""
                        SELECT 1 FROM transcript_wish
                        WHERE conversation_id = :conversation AND email = :email AND sent_at >= :since
                        """)
                .bind("conversation", wish.conversation().value())
                .bind("email", wish.email())
                .bind("since", since)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** False when it was asked anew, or is gone. */
    boolean sent(Handle handle, TranscriptWish wish, long at) {
        return handle.createUpdate("""
                                UPDATE transcript_wish SET sent_at = :at
                                WHERE conversation_id = :conversation AND email = :email AND asked_at = :asked
                                    AND sent_at IS NULL
                                """)
                        .bind("conversation", wish.conversation().value())
                        .bind("email", wish.email())
                        .bind("asked", wish.askedAt())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private static TranscriptWish wish(ResultSet row) throws SQLException {
        return new TranscriptWish(
                new ConversationId(row.getLong("conversation_id")),
                row.getString("email"),
                row.getString("language"),
                row.getString("zone"),
                row.getLong("asked_at"));
    }
}
