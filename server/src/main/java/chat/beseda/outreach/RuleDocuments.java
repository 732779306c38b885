package chat.beseda.outreach;

import chat.beseda.showing.Showing;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rules as they are kept: JSON text. */
final class RuleDocuments {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<InvitationRule>> RULES = new TypeReference<>() {};

    private RuleDocuments() {}

    static String text(Object document) {
        return JSON.writeValueAsString(document);
    }

    static List<InvitationRule> rules(String text) {
        return JSON.readValue(text, RULES);
    }

    /** Documents of the first version say nothing of addresses. */
    static Showing showing(String text) {
        JsonNode document = JSON.readTree(text);
        if (document instanceof ObjectNode old && !old.has("addressAfter")) {
            old.put("addressAfter", Showing.STANDARD_ADDRESS_AFTER);
        }
        return JSON.treeToValue(document, Showing.class);
    }
}
