package chat.beseda.events;

import chat.beseda.events.EventBody.Left;
import chat.beseda.files.Attachment;
import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.DepartmentId;
import chat.beseda.tags.TagId;
import chat.beseda.visitors.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event's body as stored: a JSON object with a {@code type}. Fields may be added; a reader ignores those it does not know. */
public final class EventText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private EventText() {}

    public static String of(EventBody body) {
        return JSON.writeValueAsString(node(body));
    }

    private static ObjectNode node(EventBody body) {
        ObjectNode node = JSON.createObjectNode();
        switch (body) {
            case EventBody.Message message -> put(node.put("type", "message"), message);
            case EventBody.Deleted() -> node.put("type", "deleted");
            case EventBody.Changed(long seq, EventBody to) ->
                node.put("type", "changed").put("seq", seq).set("to", node(to));
            case EventBody.Note note -> put(node.put("type", "note"), note);
            case EventBody.Tagged(TagId tag, boolean on) ->
                node.put("type", "tagged").put("tag", tag.value()).put("on", on);
            case EventBody.Mailed(String to, long first, long last) ->
                node.put("type", "mailed").put("to", to).put("first", first).put("last", last);
            case EventBody.Returned(String to, String reason) ->
                node.put("type", "returned").put("to", to).put("reason", reason);
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
        return node;
    }

    /**
     * What the text says.
     *
     * @throws IllegalStateException when a newer program wrote a type that this one does not know
     */
    public static EventBody read(String stored) {
        return read(JSON.readTree(stored));
    }

    private static EventBody read(JsonNode node) {
        String type = node.path("type").asString("");
        return switch (type) {
            case "message" -> message(node);
            case "deleted" -> new EventBody.Deleted();
            case "changed" -> new EventBody.Changed(node.required("seq").longValue(), read(node.required("to")));
            case "note" ->
                new EventBody.Note(text(node, "text"), number(node, "reply"), operators(node.path("mentions")));
            case "tagged" ->
                new EventBody.Tagged(
                        new TagId(node.required("tag").longValue()),
                        node.required("on").booleanValue());
            case "mailed" ->
                new EventBody.Mailed(
                        text(node, "to"),
                        node.required("first").longValue(),
                        node.required("last").longValue());
            case "returned" -> new EventBody.Returned(text(node, "to"), text(node, "reason"));
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

    private static EventBody.Message message(JsonNode node) {
        return new EventBody.Message(
                text(node, "text"),
                document(node.get("document")),
                number(node, "editedAt"),
                files(node.path("files")),
                number(node, "reply"),
                node.hasNonNull("mail") ? text(node, "mail") : null);
    }

    private static void put(ObjectNode node, @Nullable Page page) {
        if (page != null) {
            node.putObject("page")
                    .put("url", page.url())
                    .put("title", page.title())
                    .put("referrer", page.referrer());
        }
    }

    private static void put(ObjectNode node, EventBody.Message message) {
        node.put("text", message.text());
        if (message.document() != null) {
            node.set("document", JSON.valueToTree(message.document()));
        }
        if (message.editedAt() != null) {
            node.put("editedAt", message.editedAt());
        }
        if (!message.files().isEmpty()) {
            node.set("files", JSON.valueToTree(message.files()));
        }
        putReply(node, message.reply());
        if (message.mail() != null) {
            node.put("mail", message.mail());
        }
    }

    private static void put(ObjectNode node, EventBody.Note note) {
        putReply(node.put("text", note.text()), note.reply());
        if (!note.mentions().isEmpty()) {
            ArrayNode mentions = node.putArray("mentions");
            note.mentions().forEach(operator -> mentions.add(operator.value()));
        }
    }

    private static List<OperatorId> operators(JsonNode list) {
        return list.values().stream().map(id -> new OperatorId(id.longValue())).toList();
    }

    private static void putReply(ObjectNode node, @Nullable Long reply) {
        if (reply != null) {
            node.put("reply", reply);
        }
    }

    private static List<Attachment> files(JsonNode list) {
        return list.isMissingNode() ? List.of() : List.of(JSON.treeToValue(list, Attachment[].class));
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

    private static @Nullable Long number(JsonNode node, String field) {
        return node.hasNonNull(field) ? Long.valueOf(node.required(field).longValue()) : null;
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).stringValue();
    }
}
