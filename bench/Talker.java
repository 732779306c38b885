import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One side of conversations as docs/protocol.md asks of it: outbox, resume by position, gaps, heartbeats, reconnecting. Headless and
 * small; what it does and sees goes to a {@link Watch}. Lives on its {@link Loop}'s thread.
 */
abstract class Talker implements Wire.Listener, Screens.Owner {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] BEAT = "{\"t\":\"beat\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int UNACKNOWLEDGED = 16;
    private static final int PROBE_MILLIS = 3_000;

    /**
     * How this client differs from one in a browser.
     *
     * @param reconnectMillis a lost line is opened again after a random time below this
     * @param resendMillis without an acknowledgement the same is sent again after this
     * @param seen whether marks of what is on the screen are sent, once a second at most
     */
    record Manner(int reconnectMillis, int resendMillis, boolean seen) {
        static final Manner OF_BROWSERS = new Manner(1_000, 10_000, true);
        static final Manner IN_A_HURRY = new Manner(400, 2_000, true);
    }

    private static final class Unsent {
        final String conversation;
        final String stream;
        final String text;
        boolean under;
        long sentAt;

        Unsent(String conversation, String stream, String text) {
            this.conversation = conversation;
            this.stream = stream;
            this.text = text;
        }
    }

    final Loop loop;
    final String name;
    final Watch watch;
    final Random random;
    private final Manner manner;
    private final Map<String, Unsent> outbox = new LinkedHashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Screens screens = new Screens(this);
    private final Set<String> stops = new HashSet<>();
    private Wire wire;
    private String epoch = "";
    private boolean live;
    private boolean gone;
    private String unmarked = "";
    private long unmarkedSeq;
    private int lines;
    private int copies = 1;
    private long heardAt;

    Talker(Loop loop, String name, Watch watch, Manner manner, Random random) {
        this.loop = loop;
        this.name = name;
        this.watch = watch;
        this.manner = manner;
        this.random = random;
    }

    /** Opens the line: {@link #knock} at once or later. */
    abstract void connect();

    /** The frame that opens the talk. */
    abstract String hello(String epoch, String positions);

    /** The frame that carries a message now. */
    abstract String message(String conversation, String stream, String cid, String text);

    /** Everything that is not about delivery. */
    abstract void heard(String type, JsonNode frame);

    final void knock(Wire.Door door) {
        if (!gone) {
            lines++;
            wire = loop.open(door, this);
        }
    }

    @Override
    public final void opened(Wire opened) {
        screens.askAgain();
        opened.send(utf8(hello(epoch, screens.positions())));
    }

    @Override
    public final void received(Wire from, byte[] bytes) {
        if (from != wire) {
            return;
        }
        heardAt = System.nanoTime();
        JsonNode frame = JSON.readTree(bytes);
        String type = frame.path("t").asString();
        switch (type) {
            case "beat" -> {
                wire.send(BEAT);
                screens.tops(frame.path("tops"));
            }
            case "events" -> screens.events(frame);
            case "ack" -> acknowledged(frame);
            case "refused" -> refused(frame);
            case "welcome" -> welcome(frame);
            case "synced" -> synced();
            default -> {}
        }
        heard(type, frame);
    }

    private void welcome(JsonNode frame) {
        String now = frame.path("epoch").asString();
        if (!epoch.equals(now)) {
            screens.forget();
            epoch = now;
        }
    }

    private void synced() {
        live = true;
        underWay.clear();
        outbox.values().forEach(unsent -> unsent.under = false);
        pump();
        markLater();
    }

    @Override
    public final void ended(Wire from, int code, String why) {
        if (from != wire) {
            return;
        }
        live = false;
        watch.troubled(name, "line ended, " + (code == 0 ? why : String.valueOf(code)));
        if (code == 4401 || code == 4403 || code == 4404 || code == 4409 || code == 4426) {
            stops.add(code + " " + why);
        } else if (!gone) {
            again();
        }
    }

    /** After a while opens another line. */
    final void again() {
        loop.after(random.nextInt(Math.max(1, manner.reconnectMillis)), () -> {
            if (!gone && !live) {
                connect();
            }
        });
    }

    /** Presses send. */
    final String say(String conversation, String stream, String text) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        String cid = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        watch.sent(name, conversation, stream, cid, text);
        var unsent = new Unsent(conversation, stream, text);
        outbox.put(cid, unsent);
        transmit(cid, unsent);
        return cid;
    }

    private void pump() {
        outbox.forEach((cid, unsent) -> {
            if (!unsent.under) {
                transmit(cid, unsent);
            }
        });
    }

    private void transmit(String cid, Unsent unsent) {
        int count = underWay.getOrDefault(unsent.conversation, 0);
        if (live && count < UNACKNOWLEDGED) {
            underWay.put(unsent.conversation, count + 1);
            unsent.under = true;
            unsent.sentAt = System.nanoTime();
            byte[] frame = utf8(message(unsent.conversation, unsent.stream, cid, unsent.text));
            for (int copy = 0; copy < copies; copy++) {
                wire.send(frame);
            }
            loop.after(manner.resendMillis, () -> resendIfSilent(cid, unsent));
        }
    }

    private void resendIfSilent(String cid, Unsent unsent) {
        boolean silent = System.nanoTime() - unsent.sentAt >= manner.resendMillis * 1_000_000L;
        if (live && unsent.under && silent && outbox.get(cid) == unsent) {
            watch.troubled(name, "silence, sent again");
            takeBack(unsent);
            transmit(cid, unsent);
        }
    }

    private void takeBack(Unsent unsent) {
        if (unsent.under) {
            unsent.under = false;
            underWay.merge(unsent.conversation, -1, Integer::sum);
        }
    }

    private void acknowledged(JsonNode frame) {
        String cid = frame.path("cid").asString();
        watch.acked(
                name,
                frame.path("conversation").asString(),
                frame.path("stream").asString(),
                cid,
                frame.path("seq").asLong(),
                frame.path("dup").asBoolean());
        Unsent unsent = outbox.remove(cid);
        if (unsent != null) {
            takeBack(unsent);
            if (outbox.size() > underWay.getOrDefault(unsent.conversation, 0)) {
                pump();
            }
        }
    }

    private void refused(JsonNode frame) {
        String cid = frame.path("cid").asString("");
        Unsent unsent = outbox.get(cid);
        if (unsent == null) {
            return;
        }
        takeBack(unsent);
        if (frame.path("retryMs").isNumber()) {
            watch.troubled(name, "refused for now, " + frame.path("code").asString());
            unsent.under = true;
            Wire now = wire;
            loop.after(frame.path("retryMs").asLong(), () -> {
                if (now == wire && outbox.get(cid) == unsent) {
                    unsent.under = false;
                    transmit(cid, unsent);
                }
            });
        } else {
            outbox.remove(cid);
            watch.refused(name, cid, frame.path("code").asString());
            pump();
        }
    }

    @Override
    public final void begunAnew(String conversation, String stream) {
        watch.begunAnew(name, conversation, stream);
    }

    @Override
    public final void fetch(String conversation, String stream, long after) {
        send("{\"t\":\"fetch\",\"conversation\":\"%s\",\"stream\":\"%s\",\"after\":%d}"
                .formatted(conversation, stream, after));
    }

    @Override
    public final void show(String conversation, String stream, JsonNode event) {
        JsonNode author = event.path("author");
        JsonNode body = event.path("body");
        String who = author.path("kind").asString() + ":" + author.path("id").asString("");
        String type = body.path("type").asString();
        String text = switch (type) {
            case "message", "note" -> body.path("text").asString();
            case "joined", "left" -> body.path("operator").path("id").asString();
            default -> "";
        };
        long seq = event.path("seq").asLong();
        watch.shown(
                name,
                conversation,
                stream,
                new Watch.Shown(seq, event.path("cid").asString(""), who, type, text));
        if (stream.equals("public") && manner.seen) {
            unmarked = conversation;
            unmarkedSeq = seq;
        }
    }

    /** As the client in the browser: what was seen in the open conversation is told, once a second at most. */
    private void markLater() {
        Wire now = wire;
        loop.after(1_000, () -> {
            if (live && now == wire) {
                if (!unmarked.isEmpty()) {
                    send("{\"t\":\"seen\",\"conversation\":\"%s\",\"seq\":%d}".formatted(unmarked, unmarkedSeq));
                    unmarked = "";
                }
                markLater();
            }
        });
    }

    final void send(String frame) {
        if (wire != null) {
            wire.send(utf8(frame));
        }
    }

    /** Ends for good, politely. */
    final void leave() {
        gone = true;
        if (wire != null) {
            wire.end(0, "left");
        }
    }

    /** Breaks the line as a network would; the client then does what a client does. */
    final void breakLine() {
        if (wire != null) {
            wire.reset();
        }
    }

    /** How often each message is sent: more than once is a fault that the server must not mind. */
    final void copies(int number) {
        copies = number;
    }

    /** Asks for a sign of life, as a browser does after waking; without one the line is dropped. */
    final void probe() {
        long asked = System.nanoTime();
        Wire now = wire;
        send("{\"t\":\"probe\"}");
        loop.after(PROBE_MILLIS, () -> {
            if (now == wire && heardAt < asked) {
                breakLine();
            }
        });
    }

    final void reading(boolean on) {
        if (wire != null) {
            wire.reading(on);
        }
    }

    final boolean live() {
        return live;
    }

    final int unacknowledged() {
        return outbox.size();
    }

    /** How many lines were opened so far. */
    final int lines() {
        return lines;
    }

    /** Reasons for which it gave up. */
    final Set<String> stops() {
        return stops;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String quotedOrNull(String text) {
        return text.isEmpty() ? "null" : "\"" + text + "\"";
    }
}
