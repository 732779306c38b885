import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A console that shows the list of visitors, the newest page first. On the loop's thread. */
final class WatchingOperator implements Wire.Listener {
    private static final String HELLO =
            "{\"t\":\"hello\",\"protocol\":1,\"epoch\":null,\"positions\":[],\"tab\":\"bench\"}";
    private static final String WATCH = """
            {"t":"watch","sort":{"by":"pageSince","descending":true},"filter":{"states":[],"site":null,"page":"","city":"",\
            "operator":null,"source":""},"search":"","language":"ru","from":0,"count":200}""";

    private final Consumer<String> titles;
    private Wire wire;
    private boolean sees;

    /** @param titles is told every title of a page that comes onto the screen */
    WatchingOperator(Consumer<String> titles) {
        this.titles = titles;
    }

    void open(Loop loop, Server server, String ticket) {
        String path = "/ws/operator?ticket=" + ticket;
        loop.open(
                new Wire.Door("127.0.0.1", server.port(), path, server.origin(), "Mozilla/5.0 Firefox/143.0", 0), this);
    }

    boolean sees() {
        return sees;
    }

    void leave() {
        wire.end(0, "done");
    }

    @Override
    public void opened(Wire opened) {
        wire = opened;
        opened.send(HELLO.getBytes(StandardCharsets.UTF_8));
        opened.send(WATCH.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void received(Wire from, byte[] bytes) {
        Herd.answerBeat(from, bytes);
        JsonNode frame = JsonMapper.shared().readTree(bytes);
        switch (frame.path("t").asString()) {
            case "visitors" -> sees = true;
            case "visitors_changed" ->
                frame.path("rows")
                        .forEach(placed -> titles.accept(
                                placed.path("row").path("page").path("title").asString("")));
            default -> {}
        }
    }

    @Override
    public void ended(Wire ended, int code, String why) {
        sees = false;
    }
}
