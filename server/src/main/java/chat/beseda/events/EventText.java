package chat.beseda.events;

import chat.beseda.events.EventBody.Left;
import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.visitors.Page;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event's body as stored: a JSON object with a {@code type}. Fields may be added; a reader ignores those it does not know. */
public final class EventText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private EventText() {}

    public static String of(EventBody body) {
        ObjectNode node = JSON.createObjectNode();
        switch (body) {
            case EventBody.Message(String text, TextDocument document) ->
                put(node.put("type", "message").put("text", text), document);
            case EventBody.Note(String text) -> node.put("type", "note").put("text", text);
            case EventBody.Opened(Page page) -> put(node.put("type", "opened"), page);
            case EventBody.Joined(OperatorId operator) ->
                node.put("type", "joined").put("operator", operator.value());
            case EventBody.Left(OperatorId operator, Left.Reason reason) ->
                node.put("type", "left")
                        .put("operator", operator.value())
                        .put("reason", reason.name().toLowerCase(Locale.ROOT));
            case EventBody.HandedOver(OperatorId from, OperatorId to, DepartmentId department) ->
                node.put("type", "handed_over")
                        .put("from", from.value())
                        .put("to", to == null ? null : Long.valueOf(to.value()))
                        .put("department", department == null ? null : Long.valueOf(department.value()));
            case EventBody.Moved(Page page) -> put(node.put("type", "moved"), page);
            case EventBody.LeftSite() -> node.put("type", "left_site");
            case EventBody.CameBack(Page page) -> put(node.put("type", "came_back"), page);
            case EventBody.Closed(ClosedBy by) ->
                node.put("type", "closed").put("by", by.name().toLowerCase(Locale.ROOT));
        }
        return JSON.writeValueAsString(node);
    }

    /**
     * What the text says.
     *
     * @throws IllegalStateException when a newer program wrote a type that this one does not know
     */
    public static EventBody read(String stored) {
        JsonNode node = JSON.readTree(stored);
        String type = node.path("type").asString("");
        return switch (type) {
            case "message" -> new EventBody.Message(text(node, "text"), document(node.get("document")));
            case "note" -> new EventBody.Note(text(node, "text"));
            case "opened" -> new EventBody.Opened(page(node.get("page")));
            case "joined" -> new EventBody.Joined(operator(node, "operator"));
            case "left" -> new Left(operator(node, "operator"), reason(node));
            case "handed_over" ->
                new EventBody.HandedOver(
                        operator(node, "from"),
                        node.hasNonNull("to") ? operator(node, "to") : null,
                        node.hasNonNull("department")
                                ? new DepartmentId(node.required("department").longValue())
                                : null);
            case "moved" -> new EventBody.Moved(somePage(node.required("page")));
            case "left_site" -> new EventBody.LeftSite();
            case "came_back" -> new EventBody.CameBack(page(node.get("page")));
            case "closed" ->
                new EventBody.Closed(ClosedBy.valueOf(text(node, "by").toUpperCase(Locale.ROOT)));
            default -> throw new IllegalStateException("no event has the type '" + type + "'");
        };
    }

    private static void put(ObjectNode node, @Nullable Page page) {
        if (page != null) {
            node.putObject("page")
                    .put("url", page.url())
                    .put("title", page.title())
                    .put("referrer", page.referrer());
        }
    }

    private static void put(ObjectNode node, @Nullable TextDocument document) {
        if (document != null) {
            node.set("document", JSON.valueToTree(document));
        }
    }

    /** What a newer program formatted in a way that this one does not know stays text. */
    private static @Nullable TextDocument document(@Nullable JsonNode node) {
        try {
            return node == null ? null : JSON.treeToValue(node, TextDocument.class);
        } catch (JacksonException newer) {
            return null;
        }
    }

    private static @Nullable Page page(@Nullable JsonNode node) {
        return node == null ? null : somePage(node);
    }

    private static Page somePage(JsonNode node) {
        return new Page(text(node, "url"), text(node, "title"), text(node, "referrer"));
    }

    private static OperatorId operator(JsonNode node, String field) {
        return new OperatorId(node.required(field).longValue());
    }

    /** At first there was one reason, and it was not written. */
    private static Left.Reason reason(JsonNode node) {
        return node.hasNonNull("reason")
                ? Left.Reason.valueOf(text(node, "reason").toUpperCase(Locale.ROOT))
                : Left.Reason.GAVE_BACK;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }
}
