package chat.beseda.tags;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table {@code tag}. */
final class SqlTagStore {

    List<Tag> all(Handle handle) {
        return handle.createQuery("SELECT id, name, colour, retired FROM tag")
                .map((row, context) -> new Tag(
                        new TagId(row.getLong("id")),
                        row.getString("name"),
                        TagColour.valueOf(row.getString("colour").toUpperCase(Locale.ROOT)),
                        row.getInt("retired") != 0))
                .list();
    }

    void insert(Handle handle, Tag tag) {
        bind(handle.createUpdate("""
                                INSERT INTO tag (id, name, colour, retired) VALUES (:id, :name, :colour, :retired)
                                """), tag).execute();
    }

    void update(Handle handle, Tag tag) {
        bind(handle.createUpdate("""
                                UPDATE tag SET name = :name, colour = :colour, retired = :retired WHERE id = :id
                                """), tag).execute();
    }

    private static Update bind(Update update, Tag tag) {
        return update.bind("id", tag.id().value())
                .bind("name", tag.name())
                .bind("colour", tag.colour().name().toLowerCase(Locale.ROOT))
                .bind("retired", tag.retired() ? 1 : 0);
    }
}
