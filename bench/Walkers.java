import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Visitors with sockets of their own who open one page after the other, and when each of these was seen. On the loop's thread. */
final class Walkers {
    private static final int AT_ONCE = 32;

    private final Loop loop;
    private final int port;
    private final String key;
    private final int number;
    private final int perSecond;
    private final Percentiles delays = new Percentiles();
    private final Map<String, Long> sent = new HashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private String trouble = "";
    private int begun;
    private int welcomed;
    private int step;
    private int measured;
    private boolean measuring;
    private boolean walking;

    Walkers(Loop loop, int port, String key, int number, int perSecond) {
        this.loop = loop;
        this.port = port;
        this.key = key;
        this.number = number;
        this.perSecond = perSecond;
    }

    void gather() {
        while (begun < number && begun - welcomed < AT_ONCE) {
            int each = begun++;
            String path = "/ws/visitor?site=" + key;
            loop.open(
                    new Wire.Door(
                            "127.3.%d.%d".formatted(each / 100 / 250, 2 + each / 100 % 250),
                            port,
                            path,
                            Company.SHOP,
                            Herd.agent(each),
                            0),
                    new Walker(each));
        }
    }

    boolean arePresent() {
        return welcomed == number;
    }

    String trouble() {
        return trouble;
    }

    void walk() {
        walking = true;
        stride();
    }

    void measure() {
        measuring = true;
    }

    /** Stops; what is under way is still seen. */
    void rest() {
        walking = false;
    }

    Percentiles delays() {
        return delays;
    }

    int measured() {
        return measured;
    }

    /** Somebody's screen shows a page of that title. */
    void seen(String title) {
        Long when = sent.get(title);
        if (when != null) {
            delays.add(System.nanoTime() - when);
        }
    }

    private void stride() {
        if (!walking) {
            return;
        }
        int now = step++;
        String title = "step " + now;
        if (measuring) {
            sent.put(title, System.nanoTime());
            measured++;
        }
        wires.get(now % wires.size())
                .send(
                        "{\"t\":\"page\",\"page\":{\"url\":\"https://shop.example/%d\",\"title\":\"%s\",\"referrer\":\"\"}}"
                                .formatted(now, title)
                                .getBytes(StandardCharsets.UTF_8));
        loop.after(Math.max(1, 1_000 / perSecond), this::stride);
    }

    private final class Walker implements Wire.Listener {
        private final int each;
        private boolean first = true;

        Walker(int each) {
            this.each = each;
        }

        @Override
        public void opened(Wire wire) {
            wires.add(wire);
            wire.send(Herd.hello(each).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void received(Wire wire, byte[] frame) {
            Herd.answerBeat(wire, frame);
            if (first) {
                first = false;
                welcomed++;
                gather();
            }
        }

        @Override
        public void ended(Wire wire, int code, String why) {
            trouble = code + " " + why;
            wires.remove(wire);
        }
    }
}
