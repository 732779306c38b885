import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** An operator with an open console who takes what waits. */
final class OperatorTalker extends Talker {
    private final Supplier<CompletableFuture<String>> ticket;
    private final String me;
    private final int port;
    private final String serverOrigin;
    private final Map<String, Chat> chats = new HashMap<>();
    private boolean takes = true;
    private int commands;

    /** @param owner empty while it waits */
    private record Chat(int version, String owner, String state) {}

    OperatorTalker(Loop loop, Watch watch, Manner manner, Random random, Seat seat) {
        super(loop, "operator " + seat.me, watch, manner, random);
        this.me = seat.me;
        this.ticket = seat.ticket;
        this.port = seat.port;
        this.serverOrigin = seat.serverOrigin;
    }

    /** Who sits there, and how a socket is opened from there. */
    record Seat(String me, Supplier<CompletableFuture<String>> ticket, int port, String serverOrigin) {}

    @Override
    void connect() {
        ticket.get()
                .whenComplete((word, failure) -> loop.execute(() -> {
                    if (failure != null) {
                        again();
                    } else {
                        String path = "/ws/operator?ticket=" + word;
                        knock(new Wire.Door("127.0.0.1", port, path, serverOrigin, "Mozilla/5.0 Firefox/143.0", 0));
                    }
                }));
    }

    @Override
    String hello(String epoch, String positions) {
        return "{\"t\":\"hello\",\"protocol\":1,\"epoch\":%s,\"positions\":%s,\"tab\":\"bench\"}"
                .formatted(quotedOrNull(epoch), positions);
    }

    @Override
    String message(String conversation, String stream, String cid, String text) {
        if (stream.equals("internal")) {
            return "{\"t\":\"note\",\"conversation\":\"%s\",\"cid\":\"%s\",\"text\":\"%s\"}"
                    .formatted(conversation, cid, text);
        }
        Chat chat = chats.get(conversation);
        return "{\"t\":\"send\",\"conversation\":\"%s\",\"version\":%d,\"cid\":\"%s\",\"text\":\"%s\"}"
                .formatted(conversation, chat == null ? 0 : chat.version, cid, text);
    }

    @Override
    void heard(String type, JsonNode frame) {
        switch (type) {
            case "welcome" -> setOnLine();
            case "inbox" -> {
                chats.clear();
                frame.path("conversations").forEach(this::learn);
            }
            case "conversation" -> learn(frame.path("conversation"));
            case "synced" -> takeWaiting();
            default -> {}
        }
    }

    private void setOnLine() {
        command("state", "\"state\":\"online\"");
    }

    private void learn(JsonNode told) {
        String id = told.path("id").asString();
        var chat = new Chat(
                told.path("version").asInt(),
                told.path("owner").asString(""),
                told.path("state").asString());
        Chat before = chats.put(id, chat);
        boolean waits = chat.state.equals("waiting");
        if (waits && live() && (before == null || !before.equals(chat))) {
            take(id, chat);
        }
    }

    private void takeWaiting() {
        chats.forEach((id, chat) -> {
            if (chat.state.equals("waiting")) {
                take(id, chat);
            }
        });
    }

    private void take(String id, Chat chat) {
        if (takes) {
            send("{\"t\":\"open\",\"conversation\":\"%s\"}".formatted(id));
            command("take", "\"conversation\":\"%s\",\"version\":%d".formatted(id, chat.version));
        }
    }

    /** Puts a conversation back into the queue, if it is this one's. */
    void giveBack(String id) {
        command("giveBack", "\"conversation\":\"%s\",\"version\":%d".formatted(id, version(id)));
    }

    void close(String id) {
        command("close", "\"conversation\":\"%s\",\"version\":%d".formatted(id, version(id)));
    }

    private void command(String verb, String words) {
        send("{\"t\":\"%s\",\"rid\":\"%d\",%s}".formatted(verb, commands++, words));
    }

    private int version(String id) {
        Chat chat = chats.get(id);
        return chat == null ? 0 : chat.version;
    }

    boolean owns(String id) {
        Chat chat = chats.get(id);
        return chat != null && chat.owner.equals(me);
    }

    /** Whether it goes on taking. */
    void takes(boolean on) {
        takes = on;
    }

    /** The conversations that are this one's now. */
    java.util.List<String> own() {
        return chats.keySet().stream().filter(this::owns).toList();
    }
}
