package chat.beseda.conversations;

import chat.beseda.conversations.Conversation.Active;
import chat.beseda.conversations.Conversation.Closed;
import chat.beseda.conversations.Conversation.Offered;
import chat.beseda.conversations.Conversation.Waiting;
import chat.beseda.events.Author;
import chat.beseda.events.ClosedBy;
import chat.beseda.events.Preview;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import chat.beseda.visitors.VisitorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A conversation as a row of {@code conversation}: read by the places of its columns, bound by their names. SQLite's driver asks
 * for the name of every column at each use of a statement that reads by name, which costs more than the row does.
 */
final class SqlConversationRow implements RowMapper<Conversation> {
    /** What a query selects that is mapped by this, in the order in which it is read. */
    static final String COLUMNS = """
            id, visitor_key, site_id, department_id, department_since, passed, visitor_id, language, ahead, version, opened_at, \
            waiting_since, public_top, internal_top, visitor_seen, operator_seen, \
            preview_text, preview_author_kind, preview_author_id, preview_at, \
            owner_id, taken_at, closed_at, closed_by, transfer, offered_to, offered_at, offered_until""";

    private static final int AFTER_FACTS = 21;

    static final int SYSTEM = 0;
    static final int VISITOR = 1;
    static final int OPERATOR = 2;

    @Override
    public Conversation map(ResultSet row, StatementContext context) throws SQLException {
        Facts facts = facts(row);
        Long owner = number(row, AFTER_FACTS);
        Long takenAt = number(row, AFTER_FACTS + 1);
        Long closedAt = number(row, AFTER_FACTS + 2);
        OperatorId operator = owner == null ? null : new OperatorId(owner);
        if (closedAt != null) {
            ClosedBy by = ClosedBy.valueOf(row.getString(AFTER_FACTS + 3).toUpperCase(Locale.ROOT));
            return new Closed(facts, operator, takenAt, closedAt, by);
        }
        if (operator != null && takenAt != null) {
            return new Active(facts, operator, takenAt, StoredParts.transfer(row.getString(AFTER_FACTS + 4)));
        }
        Long offeredTo = number(row, AFTER_FACTS + 5);
        return offeredTo == null
                ? new Waiting(facts)
                : new Offered(
                        facts, new OperatorId(offeredTo), row.getLong(AFTER_FACTS + 6), row.getLong(AFTER_FACTS + 7));
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
        Long department = number(row, 4);
        return new Facts(
                new ConversationId(row.getLong(1)),
                row.getString(2),
                new SiteId(row.getLong(3)),
                department == null ? null : new DepartmentId(department),
                row.getLong(5),
                StoredParts.operators(row.getString(6)),
                new VisitorId(row.getLong(7)),
                row.getString(8),
                row.getInt(9) == 1,
                row.getInt(10),
                row.getLong(11),
                number(row, 12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16),
                preview(row));
    }

    private static @Nullable Preview preview(ResultSet row) throws SQLException {
        String text = row.getString(17);
        return text == null ? null : new Preview(author(row.getInt(18), row.getLong(19)), text, row.getLong(20));
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** What stands in a conversation's row as JSON: who passed it over, and a hand-over. */
    private static final class StoredParts {
        private static final JsonMapper JSON = JsonMapper.shared();
        private static final String NOBODY = "[]";

        private StoredParts() {}

        static String text(Set<OperatorId> operators) {
            if (operators.isEmpty()) {
                return NOBODY;
            }
            ArrayNode list = JSON.createArrayNode();
            operators.stream().map(OperatorId::value).sorted().forEach(list::add);
            return JSON.writeValueAsString(list);
        }

        static Set<OperatorId> operators(String stored) {
            if (stored.equals(NOBODY)) {
                return Set.of();
            }
            var operators = new HashSet<OperatorId>();
            JSON.readTree(stored).forEach(id -> operators.add(new OperatorId(id.longValue())));
            return operators;
        }

        static String text(Transfer transfer) {
            OperatorId to = transfer.to();
            DepartmentId department = transfer.department();
            ObjectNode node = JSON.createObjectNode()
                    .put("to", to == null ? null : Long.valueOf(to.value()))
                    .put("department", department == null ? null : Long.valueOf(department.value()))
                    .put("until", transfer.until())
                    .put("note", transfer.note())
                    .put("asked", transfer.asked());
            return JSON.writeValueAsString(node);
        }

        static @Nullable Transfer transfer(@Nullable String stored) {
            if (stored == null) {
                return null;
            }
            JsonNode node = JSON.readTree(stored);
            return new Transfer(
                    node.hasNonNull("to") ? new OperatorId(node.required("to").longValue()) : null,
                    node.hasNonNull("department")
                            ? new DepartmentId(node.required("department").longValue())
                            : null,
                    node.required("until").longValue(),
                    node.required("note").stringValue(),
                    node.required("asked").booleanValue());
        }
    }
}
