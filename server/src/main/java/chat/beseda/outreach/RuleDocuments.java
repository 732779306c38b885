package chat.beseda.outreach;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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

    static Showing showing(String text) {
        return JSON.readValue(text, Showing.class);
    }
}
