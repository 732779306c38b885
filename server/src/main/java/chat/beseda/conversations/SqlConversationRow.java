package chat.beseda.conversations;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Offered;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A conversation as a row of {@code conversation}: read by its columns, bound by their names. */
final class SqlConversationRow implements RowMapper<Conversation> {
    static final int SYSTEM = 0;
    static final int VISITOR = 1;
    static final int OPERATOR = 2;

    @Override
    public Conversation map(ResultSet row, StatementContext context) throws SQLException {
        Facts facts = facts(row);
        Long owner = number(row, "owner_id");
        Long takenAt = number(row, "taken_at");
        Long closedAt = number(row, "closed_at");
        OperatorId operator = owner == null ? null : new OperatorId(owner);
        if (closedAt != null) {
            ClosedBy by = ClosedBy.valueOf(row.getString("closed_by").toUpperCase(Locale.ROOT));
            return new Closed(facts, operator, takenAt, closedAt, by);
        }
        if (operator != null && takenAt != null) {
            return new Active(facts, operator, takenAt, StoredParts.transfer(row.getString("transfer")));
        }
        Long offeredTo = number(row, "offered_to");
        return offeredTo == null
                ? new Waiting(facts)
                : new Offered(
                        facts, new OperatorId(offeredTo), row.getLong("offered_at"), row.getLong("offered_until"));
    }

    static <S extends SqlStatement<S>> S bindIdentity(S statement, Facts facts) {
        DepartmentId department = facts.department();
        return statement
                .bind("key", facts.key())
                .bind("site", facts.site().value())
                .bind("department", department == null ? null : Long.valueOf(department.value()))
                .bind("departmentSince", facts.departmentSince())
                .bind("visitor", facts.visitor().value())
                .bind("language", facts.language())
                .bind("openedAt", facts.openedAt());
    }

    static <S extends SqlStatement<S>> S bindLog(S statement, Facts facts) {
        Preview preview = facts.preview();
        return statement
                .bind("id", facts.id().value())
                .bind("publicTop", facts.publicTop())
                .bind("internalTop", facts.internalTop())
                .bind("waitingSince", facts.waitingSince())
                .bind("previewKind", preview == null ? null : Integer.valueOf(kind(preview.author())))
                .bind("previewAuthor", preview == null ? null : Long.valueOf(authorId(preview.author(), facts)))
                .bind("previewText", preview == null ? null : preview.text())
                .bind("previewAt", preview == null ? null : Long.valueOf(preview.at()));
    }

    static <S extends SqlStatement<S>> S bindState(S statement, Conversation conversation) {
        OperatorId owner = conversation.owner();
        Long takenAt = switch (conversation) {
            case Waiting _, Offered _ -> null;
            case Active active -> active.takenAt();
            case Closed closed -> closed.takenAt();
        };
        Closed closed = conversation instanceof Closed ended ? ended : null;
        Offered offered = conversation instanceof Offered offer ? offer : null;
        Transfer transfer = conversation instanceof Active active ? active.transfer() : null;
        DepartmentId department = conversation.facts().department();
        return statement
                .bind("department", department == null ? null : Long.valueOf(department.value()))
                .bind("departmentSince", conversation.facts().departmentSince())
                .bind("passed", StoredParts.text(conversation.facts().passed()))
                .bind("ahead", conversation.facts().ahead() ? 1 : 0)
                .bind(
                        "offeredTo",
                        offered == null ? null : Long.valueOf(offered.to().value()))
                .bind("offeredAt", offered == null ? null : Long.valueOf(offered.at()))
                .bind("offeredUntil", offered == null ? null : Long.valueOf(offered.until()))
                .bind("transfer", transfer == null ? null : StoredParts.text(transfer))
                .bind("version", conversation.facts().version())
                .bind("owner", owner == null ? null : Long.valueOf(owner.value()))
                .bind("takenAt", takenAt)
                .bind("closedAt", closed == null ? null : Long.valueOf(closed.closedAt()))
                .bind("closedBy", closed == null ? null : closed.by().name().toLowerCase(Locale.ROOT));
    }

    static int kind(Author author) {
        return switch (author) {
            case Author.OfSystem() -> SYSTEM;
            case Author.OfVisitor() -> VISITOR;
            case Author.OfOperator(OperatorId operator) -> OPERATOR;
        };
    }

    static long authorId(Author author, Facts conversation) {
        return switch (author) {
            case Author.OfSystem() -> 0;
            case Author.OfVisitor() -> conversation.visitor().value();
            case Author.OfOperator(OperatorId operator) -> operator.value();
        };
    }

    static Author author(int kind, long id) {
        return switch (kind) {
            case SYSTEM -> new Author.OfSystem();
            case VISITOR -> new Author.OfVisitor();
            case OPERATOR -> new Author.OfOperator(new OperatorId(id));
            default -> throw new IllegalStateException("no author is of kind " + kind + ": 0, 1 and 2 are");
        };
    }

    private static Facts facts(ResultSet row) throws SQLException {
        Long department = number(row, "department_id");
        return new Facts(
                new ConversationId(row.getLong("id")),
                row.getString("visitor_key"),
                new SiteId(row.getLong("site_id")),
                department == null ? null : new DepartmentId(department),
                row.getLong("department_since"),
                StoredParts.operators(row.getString("passed")),
                new VisitorId(row.getLong("visitor_id")),
                row.getString("language"),
                row.getInt("ahead") == 1,
                row.getInt("version"),
                row.getLong("opened_at"),
                number(row, "waiting_since"),
                row.getLong("public_top"),
                row.getLong("internal_top"),
                row.getLong("visitor_seen"),
                row.getLong("operator_seen"),
                preview(row));
    }

    private static @Nullable Preview preview(ResultSet row) throws SQLException {
        String text = row.getString("preview_text");
        return text == null
                ? null
                : new Preview(
                        author(row.getInt("preview_author_kind"), row.getLong("preview_author_id")),
                        text,
                        row.getLong("preview_at"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
