package chat.beseda.routing;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.SiteId;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rules as JSON documents in {@code routing_rules}. */
final class SqlRuleStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    Map<RoutingSettings.Scope, RoutingRules> all(Handle handle) {
        return handle.createQuery("SELECT scope, id, document FROM routing_rules")
                .map((row, context) ->
                        Map.entry(scope(row.getString("scope"), row.getLong("id")), rules(row.getString("document"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void put(Handle handle, RoutingSettings.Scope scope, RoutingRules rules) {
        handle.createUpdate("""
                        INSERT INTO routing_rules (scope, id, document) VALUES (:scope, :id, :document)
                        ON CONFLICT (scope, id) DO UPDATE SET document = excluded.document
                        """)
                .bind("scope", scope.name())
                .bind("id", scope.id())
                .bind("document", text(rules))
                .execute();
    }

    void remove(Handle handle, RoutingSettings.Scope scope) {
        handle.createUpdate("DELETE FROM routing_rules WHERE scope = :scope AND id = :id")
                .bind("scope", scope.name())
                .bind("id", scope.id())
                .execute();
    }

    private static RoutingSettings.Scope scope(String name, long id) {
        return switch (name) {
            case "site" -> new RoutingSettings.OfSite(new SiteId(id));
            case "department" -> new RoutingSettings.OfDepartment(new DepartmentId(id));
            default -> throw new IllegalStateException("rules are for a site or a department, not for a " + name);
        };
    }

    private static String text(RoutingRules rules) {
        DepartmentId overflow = rules.overflow();
        ObjectNode node = JSON.createObjectNode()
                .put("mode", rules.mode().name().toLowerCase(Locale.ROOT))
                .put("choice", rules.choice().name().toLowerCase(Locale.ROOT))
                .put("offerSeconds", rules.offer().toSeconds())
                .put("graceSeconds", rules.grace().toSeconds())
                .put("silenceMinutes", rules.silence().toMinutes())
                .put("overflow", overflow == null ? null : Long.valueOf(overflow.value()))
                .put("overflowSeconds", rules.overflowAfter().toSeconds())
                .put("answerSeconds", rules.answer().toSeconds())
                .put("skill", rules.skill())
                .put("priority", rules.priority());
        return JSON.writeValueAsString(node);
    }

    private static RoutingRules rules(String stored) {
        JsonNode node = JSON.readTree(stored);
        return new RoutingDraft(
                        RoutingRules.Mode.valueOf(
                                node.required("mode").stringValue().toUpperCase(Locale.ROOT)),
                        RoutingRules.Choice.valueOf(
                                node.required("choice").stringValue().toUpperCase(Locale.ROOT)),
                        node.required("offerSeconds").intValue(),
                        node.required("graceSeconds").intValue(),
                        node.required("silenceMinutes").intValue(),
                        node.hasNonNull("overflow")
                                ? new DepartmentId(node.required("overflow").longValue())
                                : null,
                        node.required("overflowSeconds").intValue(),
                        node.path("answerSeconds")
                                .intValue((int) RoutingRules.standard().answer().toSeconds()),
                        node.path("skill").stringValue(""),
                        node.required("priority").intValue())
                .rules();
    }
}
