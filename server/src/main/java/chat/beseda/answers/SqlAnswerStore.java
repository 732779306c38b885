package chat.beseda.answers;

import chat.beseda.files.Attachment;
import chat.beseda.files.SqlAnswerFiles;
import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.storage.Documents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The table {@code ready_answer}. */
final class SqlAnswerStore {
    private static final String SELECT = """
            SELECT id, operator_id, department_id, folder, title, text, document, language, used, used_at, changed_at
            FROM ready_answer
            """;

    private final SqlAnswerFiles files = new SqlAnswerFiles();

    /** In the order of their folders and titles, as bytes have it; whoever shows them sorts them for the reader. */
    List<ReadyAnswer> of(Handle handle, Shelf shelf) {
        List<ReadyAnswer> answers = owned(
                        handle.createQuery(SELECT + "WHERE " + isOf(shelf) + " ORDER BY folder, title, id"), shelf)
                .map((row, context) -> answer(row))
                .list();
        Map<Long, List<Attachment>> theirs = files.of(
                handle, answers.stream().map(answer -> answer.id().value()).toList());
        return answers.stream().map(answer -> withFiles(answer, theirs)).toList();
    }

    private static ReadyAnswer withFiles(ReadyAnswer answer, Map<Long, List<Attachment>> files) {
        return answer.with(files.getOrDefault(answer.id().value(), List.of()));
    }

    private ReadyAnswer withFiles(Handle handle, ReadyAnswer answer) {
        return withFiles(answer, files.of(handle, List.of(answer.id().value())));
    }

    Optional<ReadyAnswer> find(Handle handle, Shelf shelf, AnswerId id) {
        return owned(handle.createQuery(SELECT + "WHERE id = :id AND " + isOf(shelf)), shelf)
                .bind("id", id.value())
                .map((row, context) -> answer(row))
                .findOne()
                .map(answer -> withFiles(handle, answer));
    }

    /** Common or this operator's own. */
    Optional<ReadyAnswer> readable(Handle handle, AnswerId id, OperatorId operator) {
        return handle.createQuery(SELECT + "WHERE id = :id AND COALESCE(operator_id, :operator) = :operator")
                .bind("id", id.value())
                .bind("operator", operator.value())
                .map((row, context) -> answer(row))
                .findOne()
                .map(answer -> withFiles(handle, answer));
    }

    void insert(Handle handle, ReadyAnswer answer) {
        OperatorId owner = answer.shelf().owner();
        bound(handle.createUpdate("""
                        INSERT INTO ready_answer
                            (id, operator_id, department_id, folder, title, text, document, language, used, changed_at)
                        VALUES (:id, :owner, :department, :folder, :title, :text, :document, :language, 0, :changed)
                        """), answer)
                .bind("owner", owner == null ? null : owner.value())
                .execute();
    }

    /** Leaves the counters as they are. */
    void update(Handle handle, ReadyAnswer answer) {
        bound(handle.createUpdate("""
                        UPDATE ready_answer SET department_id = :department, folder = :folder, title = :title, text = :text,
                            document = :document, language = :language, changed_at = :changed
                        WHERE id = :id
                        """), answer).execute();
    }

    void delete(Handle handle, AnswerId id) {
        handle.createUpdate("DELETE FROM ready_answer WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    /** False when the operator has no such answer. */
    boolean count(Handle handle, AnswerId id, OperatorId operator, long now) {
        return handle.createUpdate("""
                        UPDATE ready_answer SET used = used + 1, used_at = :now
                        WHERE id = :id AND COALESCE(operator_id, :operator) = :operator
                        """)
                        .bind("id", id.value())
                        .bind("operator", operator.value())
                        .bind("now", now)
                        .execute()
                > 0;
    }

    private static String isOf(Shelf shelf) {
        return shelf.owner() == null ? "operator_id IS NULL" : "operator_id = :owner";
    }

    private static <S extends SqlStatement<S>> S owned(S statement, Shelf shelf) {
        OperatorId owner = shelf.owner();
        return owner == null ? statement : statement.bind("owner", owner.value());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ReadyAnswer answer) {
        DepartmentId department = answer.department();
        String language = answer.language();
        TextDocument document = answer.document();
        return statement
                .bind("id", answer.id().value())
                .bind("department", department == null ? null : department.value())
                .bind("folder", answer.folder())
                .bind("title", answer.title())
                .bind("text", answer.text())
                .bind("document", document == null ? null : Documents.text(document))
                .bind("language", language == null ? "" : language)
                .bind("changed", answer.changedAt());
    }

    private static ReadyAnswer answer(ResultSet row) throws SQLException {
        Long owner = number(row, "operator_id");
        Long department = number(row, "department_id");
        String language = row.getString("language");
        @Nullable String document = row.getString("document");
        return new ReadyAnswer(
                new AnswerId(row.getLong("id")),
                new Shelf(owner == null ? null : new OperatorId(owner)),
                row.getString("folder"),
                row.getString("title"),
                row.getString("text"),
                document == null ? null : Documents.read(document, TextDocument.class),
                language.isEmpty() ? null : language,
                department == null ? null : new DepartmentId(department),
                List.of(),
                row.getLong("used"),
                number(row, "used_at"),
                row.getLong("changed_at"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
