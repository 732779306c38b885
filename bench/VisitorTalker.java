import java.util.Random;
import tools.jackson.databind.JsonNode;

/** A visitor whose panel is open. */
final class VisitorTalker extends Talker {
    private final Place place;
    private String visit = "";
    private String token = "";
    private String conversation = "";
    private boolean closed = true;

    /**
     * Where the visitor comes from and goes to.
     *
     * @param address the visitor's own
     * @param port of the server, or of a proxy before it
     * @param serverOrigin the panel is a page of the server, so this is its Origin
     */
    record Place(String address, int port, String serverOrigin, String siteKey, int receiveBuffer) {}

    VisitorTalker(Loop loop, String name, Watch watch, Manner manner, Random random, Place place) {
        super(loop, name, watch, manner, random);
        this.place = place;
    }

    @Override
    void connect() {
        knock(new Wire.Door(
                place.address,
                place.port,
                "/ws/visitor?site=" + place.siteKey,
                place.serverOrigin,
                "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0",
                place.receiveBuffer));
    }

    @Override
    String hello(String epoch, String positions) {
        return """
                {"t":"hello","protocol":1,"role":"panel","visit":%s,"token":%s,"epoch":%s,"positions":%s,\
                "page":{"url":"https://shop.example/basket","title":"Корзина","referrer":""},\
                "screen":{"width":1920,"height":1080},"language":"ru-RU","timeZone":"Europe/Kyiv","tab":"%s"}""".formatted(quotedOrNull(visit), quotedOrNull(token), quotedOrNull(epoch), positions, name);
    }

    @Override
    String message(String to, String stream, String cid, String text) {
        return "{\"t\":\"send\",\"conversation\":%s,\"cid\":\"%s\",\"text\":\"%s\"}"
                .formatted(quotedOrNull(to), cid, text);
    }

    @Override
    void heard(String type, JsonNode frame) {
        switch (type) {
            case "welcome" -> {
                visit = frame.path("visit").asString("");
                token = frame.path("token").asString("");
            }
            case "conversation" -> {
                JsonNode told = frame.path("conversation");
                boolean newer = !told.path("state").asString().equals("closed");
                if (newer || told.path("id").asString().equals(conversation)) {
                    conversation = told.path("id").asString();
                    closed = !newer;
                }
            }
            case "ack" -> {
                conversation = frame.path("conversation").asString();
                closed = false;
            }
            default -> {}
        }
    }

    /** Says something in the open conversation, or begins one. As in the browser, the conversation is settled when send is pressed. */
    String say(String text) {
        return say(closed ? "" : conversation, "public", text);
    }

    /** The visitor's name for the open conversation; empty before the first message was acknowledged. */
    String conversation() {
        return conversation;
    }
}
