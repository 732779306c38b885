package chat.beseda.mailbox;

import chat.beseda.incoming.Address;
import chat.beseda.incoming.Received;
import chat.beseda.mail.MailAccount.Security;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code mailbox}, {@code mailbox_place} and {@code letter_in}. */
final class SqlBoxStore {

    /** How far a mailbox is read. */
    record Place(long validity, long lastUid) {}

    Optional<BoxAccount> account(Handle handle) {
        return handle.createQuery(
                        "SELECT host, port, security, user_name, password, folder, address, plus FROM mailbox")
                .map((row, context) -> new BoxAccount(
                        row.getString("host"),
                        row.getInt("port"),
                        Security.valueOf(row.getString("security").toUpperCase(Locale.ROOT)),
                        row.getString("user_name"),
                        row.getString("password"),
                        row.getString("folder"),
                        row.getString("address"),
                        row.getInt("plus") != 0))
                .findFirst();
    }

    void put(Handle handle, BoxAccount account) {
        handle.execute("DELETE FROM mailbox");
        handle.createUpdate("""
                        INSERT INTO mailbox (id, host, port, security, user_name, password, folder, address, plus)
                        VALUES (1, :host, :port, :security, :user, :password, :folder, :address, :plus)
                        """)
                .bind("host", account.host())
                .bind("port", account.port())
                .bind("security", stored(account.security()))
                .bind("user", account.user())
                .bind("password", account.password())
                .bind("folder", account.folder())
                .bind("address", account.address())
                .bind("plus", account.plus() ? 1 : 0)
                .execute();
    }

    Optional<Place> place(Handle handle, String box) {
        return handle.createQuery("SELECT uid_validity, last_uid FROM mailbox_place WHERE box = :box")
                .bind("box", box)
                .map((row, context) -> new Place(row.getLong("uid_validity"), row.getLong("last_uid")))
                .findFirst();
    }

    void put(Handle handle, String box, Place place) {
        handle.createUpdate("""
                        INSERT INTO mailbox_place (box, uid_validity, last_uid) VALUES (:box, :validity, :last)
                        ON CONFLICT (box) DO UPDATE SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
                        """)
                .bind("box", box)
                .bind("validity", place.validity())
                .bind("last", place.lastUid())
                .execute();
    }

    boolean knows(Handle handle, String name) {
        return handle.createQuery("SELECT 1 FROM letter_in WHERE name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    void put(Handle handle, long id, String name, Received letter, Intake.Taken taken, long now) {
        Address from = letter.from().orElse(new Address("", ""));
        handle.createUpdate("""
                        INSERT INTO letter_in
                            (id, name, sender, sender_name, subject, body, state, conversation, left_out, came_at)
                        VALUES (:id, :name, :sender, :senderName, :subject, :body, :state, :conversation, :left, :now)
                        ON CONFLICT (name) DO NOTHING
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("sender", from.address().toLowerCase(Locale.ROOT))
                .bind("senderName", from.name())
                .bind("subject", letter.subject())
                .bind("body", beginning(letter.text(), mostOf(taken.state())))
                .bind("state", stored(taken.state()))
                .bind("conversation", taken.conversation())
                .bind("left", String.join("\n", taken.leftOut()))
                .bind("now", now)
                .execute();
    }

    /** How many of a sender became messages since a time. */
    int entered(Handle handle, String sender, long since) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM letter_in
                        WHERE sender = :sender AND state = 'entered' AND came_at >= :since
                        """)
                .bind("sender", sender.toLowerCase(Locale.ROOT))
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    /** What strangers write takes less room than what became a message. In UTF-16. */
    private static int mostOf(LetterState state) {
        return switch (state) {
            case ENTERED -> Integer.MAX_VALUE;
            case FORGED -> 2_000;
            case OTHER_SENDER, AUTOMATIC, BOUNCED, TOO_BIG, TOO_MANY, BLOCKED, GONE, EMPTY, UNREADABLE -> 20_000;
        };
    }

    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** How many were set aside since a time. */
    int setAside(Handle handle, long since) {
        return handle.createQuery("SELECT COUNT(*) FROM letter_in WHERE came_at >= :since AND state <> 'entered'")
                .bind("since", since)
                .mapTo(Integer.class)
                .one();
    }

    /** Those that are to be looked at, the newest first. */
    List<LetterIn> aside(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT id, sender, sender_name, subject, state, conversation, left_out, came_at FROM letter_in
                        WHERE state <> 'entered' OR left_out <> '' ORDER BY came_at DESC, id DESC LIMIT :most
                        """)
                .bind("most", most)
                .map((row, context) -> letter(row))
                .list();
    }

    Optional<String> body(Handle handle, long id) {
        return handle.createQuery("SELECT body FROM letter_in WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findFirst();
    }

    void forget(Handle handle, long before) {
        handle.createUpdate("DELETE FROM letter_in WHERE came_at < :before")
                .bind("before", before)
                .execute();
    }

    private static LetterIn letter(ResultSet row) throws SQLException {
        long conversation = row.getLong("conversation");
        boolean none = row.wasNull();
        return new LetterIn(
                row.getLong("id"),
                row.getString("sender"),
                row.getString("sender_name"),
                row.getString("subject"),
                LetterState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                none ? null : Long.valueOf(conversation),
                row.getString("left_out").lines().toList(),
                row.getLong("came_at"));
    }

    private static String stored(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
