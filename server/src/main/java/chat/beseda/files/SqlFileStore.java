package chat.beseda.files;

import chat.beseda.storage.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The tables {@code file}, {@code file_in_conversation} and {@code file_of_answer}. */
final class SqlFileStore {
    private static final String COLUMNS = "id, owner_kind, owner_id, name, size, kind, type, width, height, same_as";
    /** Said somewhere, kept for a ready answer, or the bytes of another one. */
    private static final String NEEDED = """
            (EXISTS (SELECT 1 FROM file_in_conversation said WHERE said.file_id = file.id)
                OR EXISTS (SELECT 1 FROM file_of_answer kept WHERE kept.file_id = file.id)
                OR EXISTS (SELECT 1 FROM file twin WHERE twin.same_as = file.id))""";

    private static final int VISITOR = 1;

    /**
     * A file as it is kept.
     *
     * @param size announced while it is not whole
     * @param bytes under whose id they lie
     * @param whole null while it is not
     */
    record Row(
            String id,
            FileOwner owner,
            String name,
            long size,
            String bytes,
            @Nullable Attachment whole) {}

    /**
     * How much an owner has begun.
     *
     * @param bytes without those that lie there already
     * @param unsaid bytes of what nobody needs yet
     */
    record Amount(long bytes, long files, long unsaid) {}

    void begin(Transaction tx, String id, FileOwner owner, String name, long size, long at) {
        tx.handle()
                .createUpdate("""
                        INSERT INTO file (id, owner_kind, owner_id, name, size, begun_at)
                        VALUES (:id, :kind, :owner, :name, :size, :at)
                        """)
                .bind("id", id)
                .bind("kind", owner.number())
                .bind("owner", owner.id())
                .bind("name", name)
                .bind("size", size)
                .bind("at", at)
                .execute();
    }

    void complete(Transaction tx, Attachment file) {
        tx.handle()
                .createUpdate("""
                        UPDATE file SET name = :name, size = :size, kind = :kind, type = :type, width = :width, height = :height
                        WHERE id = :id
                        """)
                .bind("id", file.id())
                .bind("name", file.name())
                .bind("size", file.size())
                .bind("kind", file.kind().name().toLowerCase(Locale.ROOT))
                .bind("type", file.type())
                .bind("width", file.width())
                .bind("height", file.height())
                .execute();
    }

    Optional<Row> byId(Handle handle, String id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM file WHERE id = :id")
                .bind("id", id)
                .map(SqlFileStore::row)
                .findOne();
    }

    /** Removes a file that nobody needs; false when there is none. */
    boolean remove(Transaction tx, String id) {
        return tx.handle()
                        .createUpdate("DELETE FROM file WHERE id = :id AND NOT " + NEEDED)
                        .bind("id", id)
                        .execute()
                == 1;
    }

    boolean isNeeded(Handle handle, String id) {
        return handle.createQuery("SELECT COUNT(*) FROM file WHERE id = :id AND " + NEEDED)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Leaves a file to the next sweep, if nobody needs it. */
    void forget(Transaction tx, String id) {
        tx.handle()
                .createUpdate("UPDATE file SET begun_at = 0 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** A file with the bytes of another one. */
    void beginTwin(Transaction tx, Attachment twin, String of, FileOwner owner, long at) {
        begin(tx, twin.id(), owner, twin.name(), twin.size(), at);
        complete(tx, twin);
        tx.handle()
                .createUpdate("UPDATE file SET same_as = :of WHERE id = :id")
                .bind("id", twin.id())
                .bind("of", of)
                .execute();
    }

    void keepForAnswer(Transaction tx, long answer, List<String> ids) {
        tx.handle()
                .createUpdate("DELETE FROM file_of_answer WHERE answer_id = :answer")
                .bind("answer", answer)
                .execute();
        for (int place = 0; place < ids.size(); place++) {
            tx.handle()
                    .createUpdate(
                            "INSERT INTO file_of_answer (file_id, answer_id, place) VALUES (:id, :answer, :place)")
                    .bind("id", ids.get(place))
                    .bind("answer", answer)
                    .bind("place", place)
                    .execute();
        }
    }

    /** Whole ones, by the answer they are kept for. */
    Map<Long, List<Attachment>> ofAnswers(Handle handle, Collection<Long> answers) {
        return handle.createQuery("SELECT " + COLUMNS + """
                        , answer_id FROM file_of_answer JOIN file ON file.id = file_id
                        WHERE answer_id IN (<answers>) AND kind IS NOT NULL ORDER BY answer_id, place
                        """)
                .bindList("answers", List.copyOf(answers))
                .map((row, context) -> Map.entry(row.getLong(11), whole(row)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The answer that a file is kept for. */
    Optional<Long> answer(Handle handle, String id) {
        return handle.createQuery("SELECT answer_id FROM file_of_answer WHERE file_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** All since a time, said or not. */
    Amount since(Handle handle, FileOwner owner, long time) {
        return handle.createQuery("""
                        SELECT COALESCE(SUM(CASE WHEN same_as IS NULL THEN size ELSE 0 END), 0), COUNT(*) - COUNT(same_as),
                            COALESCE(SUM(CASE WHEN %s THEN 0 ELSE size END), 0)
                        FROM file
                        WHERE owner_kind = :kind AND owner_id = :owner AND begun_at > :time
                        """.formatted(NEEDED))
                .bind("kind", owner.number())
                .bind("owner", owner.id())
                .bind("time", time)
                .map((row, context) -> new Amount(row.getLong(1), row.getLong(2), row.getLong(3)))
                .one();
    }

    /** Those nobody needs, of an owner or of everybody, begun before a time. */
    List<String> unsaid(Handle handle, @Nullable FileOwner owner, long before, int limit) {
        return handle.createQuery("""
                        SELECT id FROM file
                        WHERE begun_at < :before AND (:anybody = 1 OR (owner_kind = :kind AND owner_id = :owner))
                            AND NOT %s
                        ORDER BY begun_at LIMIT :limit
                        """.formatted(NEEDED))
                .bind("before", before)
                .bind("anybody", owner == null ? 1 : 0)
                .bind("kind", owner == null ? 0 : owner.number())
                .bind("owner", owner == null ? 0 : owner.id())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    void say(Handle handle, String id, long conversation) {
        handle.createUpdate("""
                        INSERT INTO file_in_conversation (file_id, conversation_id) VALUES (:id, :conversation)
                        ON CONFLICT (file_id, conversation_id) DO UPDATE SET taken_back = 0
                        """)
                .bind("id", id)
                .bind("conversation", conversation)
                .execute();
    }

    void takeBack(Handle handle, String id, long conversation) {
        handle.createUpdate("""
                        UPDATE file_in_conversation SET taken_back = 1
                        WHERE file_id = :id AND conversation_id = :conversation
                        """)
                .bind("id", id)
                .bind("conversation", conversation)
                .execute();
    }

    List<Long> conversations(Handle handle, String id) {
        return handle.createQuery("SELECT conversation_id FROM file_in_conversation WHERE file_id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .list();
    }

    /** A file of the conversation that its visitor knows by this key, while somebody is that visitor. */
    Optional<Row> ofVisitor(Handle handle, String key, String id) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM file WHERE id = :id AND EXISTS (
                            SELECT 1 FROM file_in_conversation said
                            JOIN conversation ON conversation.id = said.conversation_id
                            JOIN visitor_token ON visitor_token.visitor_id = conversation.visitor_id
                            WHERE said.file_id = file.id AND said.taken_back = 0 AND conversation.visitor_key = :key AND visitor_token.kind = 'panel')
                        """)
                .bind("id", id)
                .bind("key", key)
                .map(SqlFileStore::row)
                .findOne();
    }

    /** In the body of a message an id stands between quotes, which its words can't bring there. */
    List<SaidFile> said(Handle handle, Collection<Long> conversations, SaidFile.Place before, int limit) {
        return handle.createQuery("SELECT page.*, event.seq, event.at, event.author_kind, event.author_id FROM (SELECT "
                        + COLUMNS + """
                        , begun_at, conversation_id
                            FROM file_in_conversation JOIN file ON file.id = file_id
                            WHERE conversation_id IN (<conversations>) AND taken_back = 0 AND kind IS NOT NULL
                                AND (begun_at < :time OR (begun_at = :time AND id < :id))
                            ORDER BY begun_at DESC, id DESC LIMIT :limit) page
                        LEFT JOIN event ON event.conversation_id = page.conversation_id AND event.stream = 0 AND event.seq = (
                            SELECT MIN(told.seq) FROM event told
                            WHERE told.conversation_id = page.conversation_id AND told.stream = 0
                                AND told.body LIKE '%"' || page.id || '"%')
                        ORDER BY page.begun_at DESC, page.id DESC
                        """)
                .bindList("conversations", List.copyOf(conversations))
                .bind("time", before.begunAt())
                .bind("id", before.id())
                .bind("limit", limit)
                .map(SqlFileStore::saidFile)
                .list();
    }

    private static SaidFile saidFile(ResultSet row, StatementContext context) throws SQLException {
        Row kept = row(row, context);
        long begunAt = row.getLong(11);
        long seq = row.getLong(13);
        boolean found = !row.wasNull();
        return new SaidFile(
                Objects.requireNonNull(kept.whole(), "only whole ones are said"),
                found ? owner(row, 15) : kept.owner(),
                begunAt,
                row.getLong(12),
                found ? Long.valueOf(seq) : null,
                found ? row.getLong(14) : begunAt);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        String id = row.getString(1);
        String sameAs = row.getString(10);
        return new Row(
                id,
                owner(row, 2),
                row.getString(4),
                row.getLong(5),
                sameAs == null ? id : sameAs,
                row.getString(6) == null ? null : whole(row));
    }

    private static Attachment whole(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString(1),
                row.getString(4),
                FileKind.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getString(7),
                row.getLong(5),
                number(row, 8),
                number(row, 9));
    }

    /** Of a column and the next, as authors of events are kept too. */
    private static FileOwner owner(ResultSet row, int column) throws SQLException {
        FileOwner.Kind side = row.getInt(column) == VISITOR ? FileOwner.Kind.VISITOR : FileOwner.Kind.OPERATOR;
        return new FileOwner(side, row.getLong(column + 1));
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : Integer.valueOf(number);
    }
}
