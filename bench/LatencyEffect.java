import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Whether messages get slower while somebody looks through the archive and asks for reports: slices of time with and without, in turn,
 * so that what else the machine does is in both.
 */
final class LatencyEffect {
    private static final double PROMISED = 20;
    private static final long SLICE_MS = 2_500;
    /** People read what they found before they ask again. */
    private static final long SEARCHES_MS = 400;

    private static final int REPORTS_AMONG_SEARCHES = 4;

    private final Run run;
    private final Installation installation;
    private final Server server;
    private final Company company;

    LatencyEffect(Run run, Installation installation, Server server, Company company) {
        this.run = run;
        this.installation = installation;
        this.server = server;
        this.company = company;
    }

    void measure(String search) throws Exception {
        int rate = run.options().number("rate", 200, 200);
        int slices = run.options().number("slices", 4, 10);
        Report.say("%d messages a second, with and without somebody who searches".formatted(rate));
        var without = new Percentiles();
        var with = new Percentiles();
        try (Loop loop = new Loop("crowd")) {
            var latency = new Latency((conversation, event) -> {});
            var crowd = new Crowd(
                    loop,
                    server,
                    server.port(),
                    new Crowd.Shape(8, 16, 240),
                    Talker.Manner.OF_BROWSERS,
                    new Random(1),
                    (name, visitor) -> latency);
            crowd.gather();
            crowd.begin(Texts.line(0));
            OpenLoop open = loop.ask(() -> new OpenLoop(crowd, latency, rate, 5));
            loop.execute(open::begin);
            Thread.sleep(7_000);
            var asking = new AtomicBoolean();
            Thread reader = Thread.startVirtualThread(() -> read(search, asking));
            for (int slice = 0; slice < slices * 2; slice++) {
                boolean asks = slice % 2 == 1;
                asking.set(asks);
                loop.execute(() -> latency.into(asks ? with : without));
                loop.execute(() -> latency.measuring(true));
                Thread.sleep(SLICE_MS);
                loop.execute(() -> latency.measuring(false));
                asking.set(false);
                Thread.sleep(500);
            }
            reader.interrupt();
            loop.execute(open::end);
            loop.await(() -> latency.underWay() == 0, 15_000);
            crowd.leave(crowd.everybody());
        }
        installation.add(
                run,
                Figure.of("delivery_p50_ms", with.millis(0.5), "ms")
                        .beside(without.millis(0.5), "while nobody searches"));
        installation.add(
                run,
                Figure.of("delivery_p95_ms", with.millis(0.95), "ms")
                        .beside(without.millis(0.95), "while nobody searches"));
        double effect = (with.millis(0.5) / without.millis(0.5) - 1) * 100;
        installation.add(run, Figure.of("latency_effect_percent", effect, "%").atMost(PROMISED));
    }

    private void read(String search, AtomicBoolean asking) {
        String report = "/api/reports/summary?from=2026-01-02&until=2026-10-28";
        try {
            for (int number = 1; true; number++) {
                Thread.sleep(SEARCHES_MS);
                if (asking.get()) {
                    company.answer(number % REPORTS_AMONG_SEARCHES == 0 ? report : search);
                }
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }
}
