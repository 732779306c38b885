import java.nio.file.Path;
import java.util.Map;

/** How soon an installed server answers, and what it weighs before anybody came. */
final class StartBench {
    private StartBench() {}

    static void run(Run run) throws Exception {
        int starts = run.options().number("starts", 3, 5);
        Product product = Product.ready(run);
        run.report()
                .note(
                        "Beseda: %s. Each start has a fresh data folder; the last one starts on the folder of the one before."
                                .formatted(product.origin()));
        var fresh = new Percentiles();
        var again = new Percentiles();
        var bare = new Percentiles();
        long resident = 0;
        long bareResident = 0;
        for (int at = 0; at < starts; at++) {
            Path data = run.scratch().file("data" + at);
            try (Server server = Server.start(run, product, data, Map.of())) {
                fresh.add((long) (server.firstAnswerMillis() * 1e6));
            }
            try (Server server = Server.start(run, product, data, Map.of())) {
                again.add((long) (server.firstAnswerMillis() * 1e6));
                resident = settledResident(server);
            }
            try (Server server = BareJetty.start(run, run.scratch().file("bare.log"))) {
                bare.add((long) (server.firstAnswerMillis() * 1e6));
                bareResident = settledResident(server);
            }
        }
        run.report()
                .add(Figure.of("first_answer_ms", again.millis(0.5), "ms")
                        .atMost(1_000)
                        .beside(bare.millis(0.5), "bare Jetty, no AOT cache"));
        run.report().add(Figure.of("first_answer_worst_ms", again.millis(1), "ms"));
        run.report().add(Figure.of("first_answer_empty_ms", fresh.millis(0.5), "ms"));
        run.report()
                .add(Figure.of("rss_idle_mb", resident / 1024.0, "MB")
                        .atMost(130)
                        .beside(bareResident / 1024.0, "bare Jetty"));
        run.report()
                .note(
                        "first_answer_ms: from the launcher's start to 200 from /health/ready, asked every 2 ms, median; "
                                + "first_answer_empty_ms the same with an empty folder, where the tables and the administrator are made first.");
    }

    /** Without collecting garbage by hand: what an administrator sees 3 s after the start. */
    private static long settledResident(Server server) throws Exception {
        Thread.sleep(3_000);
        return server.residentKb();
    }
}
