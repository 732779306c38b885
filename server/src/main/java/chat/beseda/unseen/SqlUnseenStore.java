package chat.beseda.unseen;

import chat.beseda.conversations.ConversationId;
import chat.beseda.sites.SiteId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code answer_mailing}, {@code answer_letter}, {@code stopped_letters} and {@code returned_letters}. */
final class SqlUnseenStore {
    /** What a letter's token tells. */
    record Row(ConversationId conversation, String email, long at) {}

    Optional<Mailing> mailing(Handle handle) {
        return handle.createQuery("SELECT is_on, minutes FROM answer_mailing")
                .map((row, context) -> new Mailing(row.getInt("is_on") == 1, row.getInt("minutes")))
                .findFirst();
    }

    void put(Handle handle, Mailing mailing) {
        handle.execute("DELETE FROM answer_mailing");
        handle.createUpdate("INSERT INTO answer_mailing (id, is_on, minutes) VALUES (1, :on, :minutes)")
                .bind("on", mailing.on() ? 1 : 0)
                .bind("minutes", mailing.minutes())
                .execute();
    }

    /**
     * Conversations above an id with an answer that may have to go out, ascending. What a copy of the conversation holds, or will,
     * needs no other letter.
     *
     * @param over those that ended since the time, in place of those that are open
     * @param before when the answer was given at the latest
     */
    List<ConversationId> candidates(Handle handle, boolean over, long after, long since, long before, int most) {
        return handle.createQuery("""
                        SELECT c.id FROM conversation c JOIN visitor v ON v.id = c.visitor_id
                        WHERE <which> AND <id> > :after AND c.public_top > c.visitor_seen AND v.email IS NOT NULL
                            AND EXISTS (
                                SELECT 1 FROM event e
                                WHERE e.conversation_id = c.id AND e.stream = 0 AND e.seq > c.visitor_seen
                                    AND e.seq > COALESCE((SELECT MAX(l.last_seq) FROM answer_letter l
                                        WHERE l.conversation_id = c.id), 0)
                                    AND e.author_kind = 2 AND e.client_id IS NOT NULL
                                    AND e.at <= :before AND e.at >= :since
                                    AND NOT EXISTS (SELECT 1 FROM transcript_wish w
                                        WHERE w.conversation_id = c.id AND w.email = lower(v.email)
                                            AND (w.sent_at >= e.at OR (w.sent_at IS NULL AND c.closed_at IS NOT NULL))))
                            AND NOT EXISTS (SELECT 1 FROM stopped_letters s
                                WHERE s.site_id = c.site_id AND s.email = lower(v.email))
                            AND NOT EXISTS (SELECT 1 FROM returned_letters r
                                WHERE r.site_id = c.site_id AND r.email = lower(v.email))
                        ORDER BY <id> LIMIT :most
                        """)
                .define("which", over ? "c.closed_at >= :since" : "c.closed_at IS NULL")
                // With its sign the index of times is walked, not the table from its beginning.
                .define("id", over ? "+c.id" : "c.id")
                .bind("after", after)
                .bind("since", since)
                .bind("before", before)
                .bind("most", most)
                .mapTo(long.class)
                .map(ConversationId::new)
                .list();
    }

    /** How far the answers of a conversation went out; 0: none did. */
    long sentUpTo(Handle handle, ConversationId conversation) {
        return handle.createQuery("SELECT MAX(last_seq) FROM answer_letter WHERE conversation_id = :conversation")
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    /** When a copy of the conversation was put on its way to the address last; 0: never. */
    long copiedAt(Handle handle, ConversationId conversation, String email) {
        return handle.createQuery("""
                        SELECT MAX(sent_at) FROM transcript_wish WHERE conversation_id = :conversation AND email = :email
                        """)
                .bind("conversation", conversation.value())
                .bind("email", email)
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    int lettersTo(Handle handle, String email, long since) {
        return handle.createQuery("SELECT COUNT(*) FROM answer_letter WHERE email = :email AND at >= :since")
                .bind("email", email)
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    void put(Handle handle, UnseenLetter letter, String email, long at) {
        handle.createUpdate("""
                        INSERT INTO answer_letter (conversation_id, last_seq, email, token, at)
                        VALUES (:conversation, :last, :email, :token, :at)
                        """)
                .bind("conversation", letter.conversation().id().value())
                .bind("last", letter.last())
                .bind("email", email)
                .bind("token", letter.token())
                .bind("at", at)
                .execute();
    }

    Optional<Row> byToken(Handle handle, String token) {
        return handle.createQuery("SELECT conversation_id, email, at FROM answer_letter WHERE token = :token")
                .bind("token", token)
                .map((row, context) -> new Row(
                        new ConversationId(row.getLong("conversation_id")), row.getString("email"), row.getLong("at")))
                .findFirst();
    }

    boolean isStopped(Handle handle, SiteId site, String email) {
        return handle.createQuery("SELECT 1 FROM stopped_letters WHERE site_id = :site AND email = :email")
                .bind("site", site.value())
                .bind("email", email)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    void stop(Handle handle, SiteId site, String email, long at) {
        handle.createUpdate("""
                        INSERT INTO stopped_letters (site_id, email, stopped_at) VALUES (:site, :email, :at)
                        ON CONFLICT (site_id, email) DO NOTHING
                        """)
                .bind("site", site.value())
                .bind("email", email)
                .bind("at", at)
                .execute();
    }

    void resume(Handle handle, SiteId site, String email) {
        handle.createUpdate("DELETE FROM stopped_letters WHERE site_id = :site AND email = :email")
                .bind("site", site.value())
                .bind("email", email)
                .execute();
    }

    boolean isReturned(Handle handle, SiteId site, String email) {
        return handle.createQuery("SELECT 1 FROM returned_letters WHERE site_id = :site AND email = :email")
                .bind("site", site.value())
                .bind("email", email)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    /** False when it was known. */
    boolean returned(Handle handle, SiteId site, String email, long at) {
        return handle.createUpdate("""
                                INSERT INTO returned_letters (site_id, email, returned_at) VALUES (:site, :email, :at)
                                ON CONFLICT (site_id, email) DO NOTHING
                                """)
                        .bind("site", site.value())
                        .bind("email", email)
                        .bind("at", at)
                        .execute()
                == 1;
    }

    void tryAgain(Handle handle, SiteId site, String email) {
        handle.createUpdate("DELETE FROM returned_letters WHERE site_id = :site AND email = :email")
                .bind("site", site.value())
                .bind("email", email)
                .execute();
    }
}
