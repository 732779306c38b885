import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How far a client has each stream: applies only what comes next, ignores what it has, asks for what is missing. */
final class Screens {

    /** Told what comes onto a screen, and asked to fetch what is missing. */
    interface Owner {
        void begunAnew(String conversation, String stream);

        void show(String conversation, String stream, JsonNode event);

        void fetch(String conversation, String stream, long after);
    }

    private static final class View {
        long last;
        boolean asked;
    }

    private final Owner owner;
    private final Map<String, View> views = new LinkedHashMap<>();

    Screens(Owner owner) {
        this.owner = owner;
    }

    /** The database's life is another one: nothing that was counted means anything. */
    void forget() {
        views.clear();
    }

    void events(JsonNode frame) {
        String conversation = frame.path("conversation").asString();
        String stream = frame.path("stream").asString();
        View view = views.computeIfAbsent(conversation + "/" + stream, unknown -> new View());
        JsonNode events = frame.path("events");
        view.asked = false;
        if (frame.path("reset").asBoolean()) {
            view.last = events.isEmpty() ? 0 : events.get(0).path("seq").asLong() - 1;
            owner.begunAnew(conversation, stream);
        }
        for (JsonNode event : events) {
            long seq = event.path("seq").asLong();
            if (seq > view.last + 1) {
                fetch(conversation, stream, view);
                return;
            }
            if (seq == view.last + 1) {
                view.last = seq;
                owner.show(conversation, stream, event);
            }
        }
    }

    /** Heartbeats say how far the streams go. */
    void tops(JsonNode tops) {
        for (JsonNode top : tops) {
            String conversation = top.path("conversation").asString();
            for (String stream : new String[] {"public", "internal"}) {
                View view = views.get(conversation + "/" + stream);
                if (view != null && view.last < top.path(stream).asLong()) {
                    fetch(conversation, stream, view);
                }
            }
        }
    }

    /** On a new line nobody answers what was asked on the old one. */
    void askAgain() {
        views.values().forEach(view -> view.asked = false);
    }

    private void fetch(String conversation, String stream, View view) {
        if (!view.asked) {
            view.asked = true;
            owner.fetch(conversation, stream, view.last);
        }
    }

    /** What hello says about where this client stands. */
    String positions() {
        var list = new StringBuilder();
        views.forEach((place, view) -> {
            String[] parts = place.split("/");
            list.append(list.isEmpty() ? "" : ",")
                    .append("{\"conversation\":\"%s\",\"stream\":\"%s\",\"last\":%d}"
                            .formatted(parts[0], parts[1], view.last));
        });
        return "[" + list + "]";
    }
}
