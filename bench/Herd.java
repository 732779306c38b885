import java.nio.charset.StandardCharsets;
import java.util.List;

/** Idle visitors by the thousand: each says hello as a loader does, then only answers heartbeats. */
final class Herd implements Wire.Listener {
    private static final byte[] BEAT = "{\"t\":\"beat\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEAT_BEGIN = "{\"t\":\"beat\"".getBytes(StandardCharsets.US_ASCII);
    private static final int AT_ONCE = 64;
    private static final int LINES_PER_ADDRESS = 100;
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 "
                    + "Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0");

    private final Loop loop;
    private final int port;
    private final List<String> sites;
    private final String origin;
    private final int total;
    private final boolean speaks;
    private int begun;
    private int connecting;
    private int open;
    private int welcomed;
    private int lost;
    private int beats;
    private String trouble = "";

    /**
     * @param sites keys, dealt out in turn
     * @param speaks false for a bare server, which knows no hello
     */
    Herd(Loop loop, int port, List<String> sites, String origin, int total, boolean speaks) {
        this.loop = loop;
        this.port = port;
        this.sites = sites;
        this.origin = origin;
        this.total = total;
        this.speaks = speaks;
    }

    /** Begins to open the sockets, some at a time. On the loop's thread. */
    void gather() {
        while (begun < total && connecting < AT_ONCE) {
            int number = begun++;
            connecting++;
            loop.open(door(number), speaks ? new Visitor(this, number) : this);
        }
    }

    private Wire.Door door(int number) {
        String path = "/ws/visitor?site=" + sites.get(number % sites.size());
        return new Wire.Door(address(number / LINES_PER_ADDRESS), port, path, origin, agent(number), 0);
    }

    /** Addresses of this machine, none of them 127.0.0.1: that one may be a trusted proxy. */
    static String address(int number) {
        return "127.1.%d.%d".formatted(number / 250, 2 + number % 250);
    }

    static String agent(int number) {
        return AGENTS.get(number % AGENTS.size());
    }

    /** A client that doesn't is taken for gone. */
    static boolean answerBeat(Wire wire, byte[] frame) {
        boolean beat = begins(frame, BEAT_BEGIN);
        if (beat) {
            wire.send(BEAT);
        }
        return beat;
    }

    /** A hello as long as those of real pages. */
    static String hello(int number) {
        return """
                {"t":"hello","protocol":1,"role":"loader","visit":null,"token":null,"epoch":null,"positions":[],\
                "page":{"url":"https://shop.example/catalogue/kitchen/kettles/%d?utm_source=search&utm_campaign=autumn",\
                "title":"Чайник электрический %d, 1,7 л — купить с доставкой","referrer":"https://search.example/?q=kettle+%d"},\
                "screen":{"width":%d,"height":1080},"language":"ru-RU","timeZone":"Europe/Kyiv","tab":"tab-%016x"}""".formatted(number % 3_000, number % 3_000, number % 700, 1_280 + number % 5 * 160, number);
    }

    @Override
    public void opened(Wire wire) {
        open++;
        connecting--;
        gather();
    }

    @Override
    public void received(Wire wire, byte[] frame) {}

    @Override
    public void ended(Wire wire, int code, String why) {
        lost++;
        trouble = code + " " + why;
        connecting = Math.max(0, connecting - 1);
        gather();
    }

    int open() {
        return open;
    }

    int welcomed() {
        return speaks ? welcomed : open;
    }

    int lost() {
        return lost;
    }

    int beats() {
        return beats;
    }

    String trouble() {
        return trouble;
    }

    private static boolean begins(byte[] frame, byte[] with) {
        return frame.length >= with.length && java.util.Arrays.equals(frame, 0, with.length, with, 0, with.length);
    }

    private static final class Visitor implements Wire.Listener {
        private final Herd herd;
        private final int number;
        private boolean first = true;

        Visitor(Herd herd, int number) {
            this.herd = herd;
            this.number = number;
        }

        @Override
        public void opened(Wire wire) {
            herd.open++;
            wire.send(hello(number).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void received(Wire wire, byte[] frame) {
            if (answerBeat(wire, frame)) {
                herd.beats++;
            }
            if (first) {
                first = false;
                herd.welcomed++;
                herd.connecting--;
                herd.gather();
            }
        }

        @Override
        public void ended(Wire wire, int code, String why) {
            herd.lost++;
            herd.trouble = code + " " + why;
            if (first) {
                herd.connecting--;
                herd.gather();
            }
        }
    }
}
