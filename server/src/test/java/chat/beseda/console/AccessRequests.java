package chat.beseda.console;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.RequestsFixture;
import chat.beseda.sites.Site;
import java.util.Map;
import java.util.Objects;

/** Requests for {@link AccessTargets}, and what is done with them. */
final class AccessRequests {
    private static final String KIND = """
            {"site": null, "nature": "call", "name": {"ru": "Звонок"}, "invitation": {}, "department": null, "on": true,
             "order": 1, "asks": {"name": "optional", "phone": "required", "email": "no", "text": "optional"}, "fields": [],
             "slotMinutes": 30, "capacity": 1, "daysAhead": 5, "leadMinutes": 30, "soon": true, "soonMinutes": 15,
             "answerMinutes": 60, "remindMinutes": 10, "rota": [], "turn": "all"}
            """;

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("request-all", "{\"all\": true}"),
            Map.entry("request-attempt", "{\"outcome\": \"reached\", \"nextAt\": null, \"note\": \"\"}"),
            Map.entry("request-snooze", "{\"until\": null}"),
            Map.entry("request-note", "{\"text\": \"Просил позже\"}"),
            Map.entry("request-done", "{\"outcome\": \"answered\", \"note\": \"\"}"),
            Map.entry("request-kind", KIND));

    private final ConsoleServer server;
    private final Site shop;
    private final Operator anna;

    AccessRequests(ConsoleServer server, Site shop, Operator anna) {
        this.server = server;
        this.shop = shop;
        this.anna = anna;
    }

    String body(String name) {
        return switch (name) {
            case "request-hand" -> "{\"to\": \"%s\", \"all\": false, \"note\": \"\"}".formatted(anna.id());
            case "request-merge" -> "{\"into\": \"%s\"}".formatted(request());
            default -> Objects.requireNonNull(BODIES.get(name), name);
        };
    }

    RequestKind kind() {
        return server.requests.kinds().create(Actor.program(), RequestsFixture.calls());
    }

    /** There are not many kinds at most. */
    private RequestKind leavable() {
        return server.requests.kinds().all().stream()
                .filter(kind -> kind.draft().order() == RequestsFixture.calls().order())
                .findFirst()
                .orElseGet(this::kind);
    }

    /** One that a visitor of the shop left. */
    String request() {
        return RequestsFixture.left(server.requests, leavable(), server.visitor(shop.id()), shop, server.clock)
                .id()
                .toString();
    }
}
