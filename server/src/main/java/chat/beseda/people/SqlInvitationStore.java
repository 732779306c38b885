package chat.beseda.people;

import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

final class SqlInvitationStore {
    private static final String COLUMNS = "id, email, role, sites, departments, created_at, expires_at";

    void insert(Handle handle, String digest, Invitation invitation) {
        handle.createUpdate("INSERT INTO invitation (digest, " + COLUMNS + ") " + """
                        VALUES (:digest, :id, :email, :role, :sites, :departments, :createdAt, :expiresAt)
                        """)
                .bind("digest", digest)
                .bind("id", invitation.id())
                .bind("email", invitation.email())
                .bind("role", invitation.role().name().toLowerCase(Locale.ROOT))
                .bind("sites", text(invitation.sites()))
                .bind("departments", text(invitation.departments()))
                .bind("createdAt", invitation.createdAt())
                .bind("expiresAt", invitation.expiresAt())
                .execute();
    }

    List<Invitation> open(Handle handle, long now) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM invitation WHERE expires_at > :now ORDER BY id DESC LIMIT 500")
                .bind("now", now)
                .map((row, context) -> invitation(row))
                .list();
    }

    Optional<Invitation> byDigest(Handle handle, String digest, long now) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM invitation WHERE digest = :digest AND expires_at > :now")
                .bind("digest", digest)
                .bind("now", now)
                .map((row, context) -> invitation(row))
                .findOne();
    }

    /** How many there were: one, or none when somebody was quicker. */
    int delete(Handle handle, long id) {
        return handle.createUpdate("DELETE FROM invitation WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    void deleteByEmail(Handle handle, String email) {
        handle.createUpdate("DELETE FROM invitation WHERE email = :email")
                .bind("email", email)
                .execute();
    }

    private static Invitation invitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getLong("id"),
                row.getString("email"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                ids(row.getString("sites"), SiteId::new),
                ids(row.getString("departments"), DepartmentId::new),
                row.getLong("created_at"),
                row.getLong("expires_at"));
    }

    /** A JSON list of numbers. */
    private static String text(Set<?> ids) {
        return ids.stream().map(Object::toString).sorted().collect(Collectors.joining(",", "[", "]"));
    }

    private static <T> Set<T> ids(String text, LongFunction<T> make) {
        return Arrays.stream(text.substring(1, text.length() - 1).split(",", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> make.apply(Long.parseLong(part)))
                .collect(Collectors.toSet());
    }
}
