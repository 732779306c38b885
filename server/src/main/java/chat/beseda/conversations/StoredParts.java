package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a conversation's row as JSON: who passed it over, and a hand-over. */
final class StoredParts {
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
