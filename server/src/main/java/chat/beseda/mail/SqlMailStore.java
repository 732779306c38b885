package chat.beseda.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code mail_account}, {@code mail_secret} and {@code letter}. */
final class SqlMailStore {

    /** A letter that is due. */
    record Due(long id, String to, int tries, long queuedAt) {}

    Optional<MailAccount> account(Handle handle) {
        return handle.createQuery("""
                        SELECT host, port, security, user_name, password, sender, sender_name FROM mail_account
                        """)
                .map((row, context) -> new MailAccount(
                        row.getString("host"),
                        row.getInt("port"),
                        MailAccount.Security.valueOf(row.getString("security").toUpperCase(Locale.ROOT)),
                        row.getString("user_name"),
                        row.getString("password"),
                        row.getString("sender"),
                        row.getString("sender_name")))
                .findFirst();
    }

    void put(Handle handle, MailAccount account) {
        handle.execute("DELETE FROM mail_account");
        handle.createUpdate("""
                        INSERT INTO mail_account (id, host, port, security, user_name, password, sender, sender_name)
                        VALUES (1, :host, :port, :security, :user, :password, :from, :name)
                        """)
                .bind("host", account.host())
                .bind("port", account.port())
                .bind("security", stored(account.security()))
                .bind("user", account.user())
                .bind("password", account.password())
                .bind("from", account.from())
                .bind("name", account.name())
                .execute();
    }

    Optional<String> secret(Handle handle) {
        return handle.createQuery("SELECT secret FROM mail_secret")
                .mapTo(String.class)
                .findFirst();
    }

    void putSecret(Handle handle, String secret) {
        handle.createUpdate("INSERT INTO mail_secret (id, secret) VALUES (1, :secret)")
                .bind("secret", secret)
                .execute();
    }

    void put(Handle handle, long id, Outgoing letter, long now) {
        handle.createUpdate("""
                        INSERT INTO letter (id, message_id, recipient, about, source, state, tries, queued_at, next_at)
                        VALUES (:id, :message, :to, :about, :source, 'waiting', 0, :now, :now)
                        """)
                .bind("id", id)
                .bind("message", letter.messageId())
                .bind("to", letter.to())
                .bind("about", letter.about())
                .bind("source", letter.source())
                .bind("now", now)
                .execute();
    }

    List<Due> due(Handle handle, long now, int most) {
        return handle.createQuery("""
                        SELECT id, recipient, tries, queued_at FROM letter
                        WHERE state = 'waiting' AND next_at <= :now ORDER BY next_at, id LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Due(
                        row.getLong("id"), row.getString("recipient"), row.getInt("tries"), row.getLong("queued_at")))
                .list();
    }

    /** All of a letter; empty when it waits no more. */
    Optional<String> source(Handle handle, long id) {
        return handle.createQuery("SELECT source FROM letter WHERE id = :id AND state = 'waiting'")
                .bind("id", id)
                .mapTo(String.class)
                .findFirst();
    }

    /** Notes that a letter is tried, and when the next time would be. */
    void trying(Handle handle, long id, int tries, long nextAt) {
        handle.createUpdate("UPDATE letter SET tries = :tries, next_at = :next WHERE id = :id AND state = 'waiting'")
                .bind("id", id)
                .bind("tries", tries)
                .bind("next", nextAt)
                .execute();
    }

    void sent(Handle handle, long id) {
        handle.createUpdate("UPDATE letter SET state = 'sent', source = '', code = NULL, words = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    void troubled(Handle handle, long id, QueuedLetter.State state, long nextAt, MailTrouble trouble) {
        handle.createUpdate("""
                        UPDATE letter SET state = :state, next_at = :next, code = :code, words = :words
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("state", stored(state))
                .bind("next", nextAt)
                .bind("code", stored(trouble.code()))
                .bind("words", trouble.words())
                .execute();
    }

    /** Whether one that was sent, to an address in small letters, came back now. */
    boolean returned(Handle handle, String messageId, String to, MailTrouble trouble) {
        return handle.createUpdate("""
                                UPDATE letter SET state = 'returned', code = :code, words = :words
                                WHERE message_id = :message AND lower(recipient) = :to AND state = 'sent'
                                """)
                        .bind("message", messageId)
                        .bind("to", to)
                        .bind("code", stored(trouble.code()))
                        .bind("words", trouble.words())
                        .execute()
                > 0;
    }

    /** True unless there is none that wasn't sent. */
    boolean again(Handle handle, long id, long now) {
        return handle.createUpdate("""
                                UPDATE letter SET state = 'waiting', tries = 0, next_at = :now, queued_at = :now
                                WHERE id = :id AND state NOT IN ('sent', 'returned')
                                """).bind("id", id).bind("now", now).execute() == 1;
    }

    /** True unless there is none that wasn't sent. */
    boolean drop(Handle handle, long id) {
        return handle.createUpdate("DELETE FROM letter WHERE id = :id AND state <> 'sent'")
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /** Gives up what nobody could be handed over for so long. */
    void giveUp(Handle handle, long before) {
        handle.createUpdate("""
                        UPDATE letter SET state = 'refused', code = COALESCE(code, 'timeout'), words = COALESCE(words, '')
                        WHERE state = 'waiting' AND queued_at < :before
                        """).bind("before", before).execute();
    }

    void forget(Handle handle, long before) {
        handle.createUpdate("DELETE FROM letter WHERE queued_at < :before AND state <> 'waiting'")
                .bind("before", before)
                .execute();
    }

    int count(Handle handle, QueuedLetter.State state) {
        return handle.createQuery("SELECT COUNT(*) FROM letter WHERE state = :state")
                .bind("state", stored(state))
                .mapTo(Integer.class)
                .one();
    }

    Optional<Long> oldest(Handle handle) {
        return handle.createQuery("SELECT MIN(queued_at) FROM letter WHERE state = 'waiting'")
                .mapTo(Long.class)
                .findFirst();
    }

    List<QueuedLetter> troubled(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT id, recipient, about, state, tries, queued_at, next_at, code, words FROM letter
                        WHERE code IS NOT NULL ORDER BY queued_at DESC, id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, context) -> letter(row))
                .list();
    }

    private static QueuedLetter letter(ResultSet row) throws SQLException {
        return new QueuedLetter(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("about"),
                QueuedLetter.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                row.getLong("queued_at"),
                row.getLong("next_at"),
                MailTrouble.Code.valueOf(row.getString("code").toUpperCase(Locale.ROOT)),
                row.getString("words"));
    }

    private static String stored(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
