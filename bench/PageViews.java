import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Visitors who open page after page, each a socket of its own: the next one begins when the last was answered. On the loop's thread. */
final class PageViews {
    static final int AT_ONCE = 48;
    private static final Pattern VISIT = Pattern.compile("\"visit\":\"([^\"]+)\"");

    private final Loop loop;
    private final int port;
    private final String key;
    private final boolean answers;
    private final Percentiles answered = new Percentiles();
    private boolean running;
    private boolean measuring;
    private int number;
    private long done;
    private long failed;
    private String trouble = "";

    /** @param answers false for a bare server, which knows no hello */
    PageViews(Loop loop, int port, String key, boolean answers) {
        this.loop = loop;
        this.port = port;
        this.key = key;
        this.answers = answers;
    }

    void begin() {
        running = true;
        for (int at = 0; at < AT_ONCE; at++) {
            new Slot(at).view();
        }
    }

    void measure() {
        measuring = true;
    }

    void end() {
        running = false;
        measuring = false;
    }

    long done() {
        return done;
    }

    long failed() {
        return failed;
    }

    String trouble() {
        return trouble;
    }

    /** From opening the socket to the last frame of the answer. */
    Percentiles answered() {
        return answered;
    }

    /** One visitor. */
    private final class Slot implements Wire.Listener {
        private final String address;
        private String visit = "null";
        private long begun;
        private boolean over;

        Slot(int at) {
            address = "127.4.0." + (2 + at);
        }

        void view() {
            begun = System.nanoTime();
            over = false;
            var door = new Wire.Door(address, port, "/ws/visitor?site=" + key, Company.SHOP, Herd.agent(0), 0);
            loop.open(door, this);
        }

        @Override
        public void opened(Wire wire) {
            String hello = Herd.hello(number++).replace("\"visit\":null", "\"visit\":" + visit);
            wire.send(hello.getBytes(StandardCharsets.UTF_8));
            if (!answers) {
                finish(wire);
            }
        }

        @Override
        public void received(Wire wire, byte[] frame) {
            String text = new String(frame, StandardCharsets.UTF_8);
            if (text.startsWith("{\"t\":\"welcome\"")) {
                Matcher found = VISIT.matcher(text);
                visit = found.find() ? "\"" + found.group(1) + "\"" : visit;
            } else if (text.startsWith("{\"t\":\"synced\"")) {
                finish(wire);
            }
        }

        private void finish(Wire wire) {
            done++;
            if (measuring) {
                answered.add(System.nanoTime() - begun);
            }
            over = true;
            wire.end(0, "seen");
        }

        @Override
        public void ended(Wire wire, int code, String why) {
            if (!over) {
                failed++;
                trouble = code + " " + why;
            }
            if (running) {
                // Not at once: the socket is still being ended.
                loop.execute(this::view);
            }
        }
    }
}
